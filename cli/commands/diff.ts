/** `diff`: a rule file against a deployed rule. */
import { compareRules } from "../../core/compare/compare.ts";
import { differencesCount } from "../../core/compare/difference-words.ts";
import { defineCommand, UsageError } from "../command.ts";
import { differencesJson, differencesText } from "../live/differences.ts";
import { findRule } from "../live/find-rule.ts";
import { idInFile } from "../../livekit/rules/id-in-file.ts";
import { JSON_OPTION, PROJECT_OPTIONS } from "../live/options.ts";
import { readRuleFile } from "../live/rule-file.ts";
import { asJson, Stopped, withProject } from "../live/session.ts";
import { painter } from "../terminal/colour.ts";
import { visible } from "../../core/text/visible.ts";

export const diff = defineCommand({
  name: "diff",
  summary: "Compare a rule file with a deployed rule",
  operands: "FILE [ID|NAME]",
  description: [
    "It shows what `update` would add (+), change (~) and clear (-). Spelling, order and defaults make no difference. Without a second operand the id in the file counts.",
    "Exit code: 0 no difference, 1 a difference, or there is no such rule, 2 wrong usage, no project or a file that cannot be read, 3 LiveKit cannot be reached or does not let you in.",
  ],
  options: {
    color: { kind: "choice", choices: ["auto", "always", "never"], default: "auto", help: "colours" },
    ...JSON_OPTION,
    ...PROJECT_OPTIONS,
  },
  examples: [
    { command: "livekit-dispatch diff dispatch-rule.json SDR_Vh6vTqQ3YzKp", does: "what an update would do" },
    {
      command: 'livekit-dispatch diff dispatch-rule.json "Support line"',
      does: "the same, by the rule's name",
    },
  ],

  async run(values, [path, word, ...more]) {
    if (path === undefined || more.length > 0)
      throw new UsageError("diff takes a file, and the id or name of a rule.");
    return withProject(values, async (session) => {
      const { input, text } = await readRuleFile(path, "bare");
      const meant = word ?? idInFile(input.document);
      if (meant === "") throw new UsageError(`${input.name} has no id: say which rule to compare it with.`);
      const rule = await findRule(meant, session);
      const comparison = compareRules(rule.text, text);
      if (!comparison)
        throw new Stopped(
          `${input.name}: LiveKit cannot read this rule; livekit-dispatch check says why.`,
          1,
          { kind: "rejected" },
        );
      const isSame = comparison.differences.length === 0;
      if (session.isJson) {
        const { project } = session;
        await session.print(
          asJson({
            project,
            id: rule.id,
            isSame,
            differences: differencesJson(comparison),
            defaults: comparison.defaults,
          }),
        );
      } else await session.print(differencesText(comparison, painter(values.color, process.stdout)));
      const title = `${visible(rule.id)}${rule.name === "" ? "" : ` "${visible(rule.name)}"`}`;
      session.say(
        isSame ? `${input.name} and ${title} are the same.\n` : `${title}: ${differencesCount(comparison)}\n`,
      );
      return isSame ? 0 : 1;
    });
  },
});
