/** `import`: deployed rules as files. */
import { readRuleDocument } from "../../core/document.ts";
import { ruleFileText } from "../../core/compare/rule-text.ts";
import { splitList } from "../../core/rules/convert.ts";
import { count } from "../check/outcome.ts";
import { defineCommand, UsageError } from "../command.ts";
import { writeFolder } from "../convert/write-folder.ts";
import { EXIT_CODES } from "../live/exit-code.ts";
import { findRules } from "../live/find-rule.ts";
import { JSON_OPTION, PROJECT_OPTIONS } from "../live/options.ts";
import { asJson, valueOf, withProject } from "../live/session.ts";
import { visible } from "../../core/text/visible.ts";

export const importCommand = defineCommand({
  name: "import",
  summary: "Write deployed rules into files",
  operands: "[ID|NAME...]",
  description: [
    "Without operands all rules, a file for each, named after the rule. They hold what is deployed, unknown fields as well, without LiveKit's defaults. No file that is there is overwritten.",
    EXIT_CODES,
  ],
  options: {
    output: { kind: "text", placeholder: "FOLDER", help: "where to write; it is made if it is not there" },
    to: {
      kind: "choice",
      choices: ["bare", "wrapped"],
      default: "bare",
      help: "rules themselves, with their ids, for update; or create requests",
    },
    "dry-run": { kind: "flag", help: "name the files, and write none" },
    ...JSON_OPTION,
    ...PROJECT_OPTIONS,
  },
  examples: [
    { command: "livekit-dispatch import --output dispatch-rules", does: "all rules, for a repository" },
    {
      command: "livekit-dispatch import --project prod --to wrapped --output copy SDR_Vh6vTqQ3YzKp",
      does: "a create request, to make the rule in another project",
    },
  ],

  async run(values, words) {
    const { output, to, "dry-run": isDryRun } = values;
    if (output === undefined) throw new UsageError("import needs --output FOLDER.");
    return withProject(values, async (session) => {
      const { client, project, say } = session;
      const rules =
        words.length > 0 ? await findRules(words, session) : valueOf(await client.rules.list(), session);
      if (rules.length === 0) {
        say("There are no dispatch rules.\n");
        if (session.isJson) await session.print(asJson({ project, dryRun: isDryRun, files: [] }));
        return 0;
      }
      const items = rules.map(({ text }) => JSON.parse(ruleFileText(text)) as unknown);
      const document = readRuleDocument(asJson({ items }));
      const files = splitList(document, to).map(({ fileName }, index) => ({
        file: fileName,
        id: rules[index]!.id,
      }));
      if (isDryRun) for (const { file, id } of files) say(`${visible(file)}: ${visible(id)}\n`);
      else {
        const input = { path: project.name, name: `project "${visible(project.name)}"`, document };
        const code = writeFolder(input, to, output, say);
        if (code !== 0) return code;
        say(`${count(files.length, "rule")} written to ${visible(output)}\n`);
      }
      if (session.isJson) await session.print(asJson({ project, dryRun: isDryRun, folder: output, files }));
      return 0;
    });
  },
});
