/** `check`: LiveKit's verdict on files, and what else is wrong with them. */
import { version } from "../../package.json";
import type { Level } from "../../core/problem.ts";
import { allChecks } from "../../core/all-checks.ts";
import { RULE_FILE_PATTERNS } from "../../core/rules/file-patterns.ts";
import { TARGETS } from "../../core/rules/targets.ts";
import { CONFIGURATION_FILE } from "../../core/configuration/file-name.ts";
import { LEVELS } from "../../core/configuration/levels.ts";
import { Configurations } from "../check/configuration.ts";
import { githubFormat } from "../check/format-github.ts";
import { jsonFormat } from "../check/format-json.ts";
import { sarifFormat } from "../check/format-sarif.ts";
import { textFormat } from "../check/format-text.ts";
import type { Format } from "../check/format.ts";
import type { Summary } from "../check/outcome.ts";
import { run } from "../check/run.ts";
import { loadPicture } from "../check/whole-picture.ts";
import { defineCommand, UsageError, type ExitCode } from "../command.ts";
import { didYouMean } from "../../core/text/did-you-mean.ts";
import { STANDARD_INPUT } from "../files/find.ts";
import { NO_ANSWER_CODE } from "../live/exit-code.ts";
import { DEPLOYED_OPTIONS } from "../live/options.ts";
import { painter } from "../terminal/colour.ts";
import { columnsOr } from "../terminal/columns.ts";
import { Progress } from "../terminal/progress.ts";
import { say, stdout } from "../terminal/streams.ts";
import { visible } from "../../core/text/visible.ts";

const WIDTH_WITHOUT_TERMINAL = 120;

/** Why a file that is there was not found. */
const NAMES = `A search takes files with names such as ${RULE_FILE_PATTERNS.slice(0, 3).join(", ")}, and all of a folder
dispatch-rules. A file that is named itself is checked whatever it is called.
`;

export const check = defineCommand({
  name: "check",
  summary: "Say what LiveKit will say to rule files, and what else is wrong with them",
  operands: "[files, folders, globs or -]",
  description: [
    `Without operands the current folder is searched. A folder is searched for files with these names: ${RULE_FILE_PATTERNS.join(", ")}.`,
    "A file that is named is always checked, whatever its name; - reads standard input.",
    `What a problem counts as can be said for a project, and for single files in it, in ${CONFIGURATION_FILE}; --level goes before it.`,
    "Each file is looked at by itself, unless it is said what belongs to it: --together, --trunks, --code, and --project or --deployed. Then rules are also held against each other, the trunks and what is deployed; a rule in a file stands in the place of the deployed one of its id, content or name.",
    `Exit code: 0 nothing of the kind that --fail-on names, 1 such a problem, 2 wrong usage or a file that cannot be read${NO_ANSWER_CODE}`,
  ],
  options: {
    for: { kind: "choice", choices: TARGETS, default: "auto", help: "who will read the files" },
    format: {
      kind: "choice",
      choices: ["text", "json", "sarif", "github"],
      default: "text",
      help: "how to report",
    },
    "fail-on": {
      kind: "choice",
      choices: ["error", "warning", "none"],
      default: "error",
      help: "what makes exit code 1",
    },
    level: {
      kind: "list",
      placeholder: "CODE=LEVEL",
      help: `what a problem counts as: ${LEVELS.join(", ")}`,
    },
    config: {
      kind: "text",
      placeholder: "FILE",
      help: `what counts instead of the ${CONFIGURATION_FILE} nearest to each file`,
    },
    together: {
      kind: "flag",
      help: "the files are all the rules of one project: hold them against each other as well",
    },
    trunks: {
      kind: "text",
      placeholder: "FILE",
      help: "all inbound trunks as JSON, to hold the rules against",
    },
    code: {
      kind: "list",
      placeholder: "FOLDER",
      help: "code in which workers register, to hold the agents of the rules against",
    },
    fix: { kind: "flag", help: "write the fixes that keep the meaning into the files" },
    color: { kind: "choice", choices: ["auto", "always", "never"], default: "auto", help: "colours" },
    ...DEPLOYED_OPTIONS,
  },
  examples: [
    { command: "livekit-dispatch check", does: "every rule file below the current folder" },
    {
      command: "livekit-dispatch check --for lk-create dispatch-rule.json",
      does: "what `lk sip dispatch create dispatch-rule.json` will print",
    },
    {
      command: "livekit-dispatch check --format github --fail-on warning 'rules/**/*.json'",
      does: "in a workflow of GitHub Actions",
    },
    {
      command: "livekit-dispatch check --together --trunks trunks.json dispatch-rules",
      does: "rules that compete, shadow each other or do not fit their trunks",
    },
    {
      command: "livekit-dispatch check --project prod dispatch-rules",
      does: "the same beside what is deployed in a project of lk's list",
    },
    {
      command: "livekit-dispatch check --level unknown-field=warning -",
      does: "standard input, with one problem of less weight",
    },
  ],

  async run(values, operands) {
    if (values.fix && operands.includes(STANDARD_INPUT))
      throw new UsageError("--fix writes files, and standard input is none.");
    const levels = readLevels(values.level);
    const configurations = new Configurations(values.config);
    const picture = await loadPicture(values, values.format === "json");
    if (typeof picture === "number") return picture;
    const { summary, matchedNothing } = await run({
      operands: operands.length > 0 ? operands : ["."],
      judgingFor: (path) => ({
        target: values.for,
        levels: { ...configurations.levelsFor(path), ...levels },
      }),
      isFixing: values.fix,
      format: formatNamed(values.format, values.color),
      output: stdout,
      progress: new Progress(),
      say,
      picture,
    });
    for (const operand of matchedNothing)
      say(`No rule files found: ${operand === "." ? "the current folder" : visible(operand)}\n`);
    if (matchedNothing.length > 0) say(NAMES);
    // That a folder which nobody named has no rules is no mistake.
    if (summary.unreadable > 0 || (operands.length > 0 && matchedNothing.length > 0)) return 2;
    return verdict(summary, values["fail-on"]);
  },
});

function verdict({ counts }: Summary, failOn: "error" | "warning" | "none"): ExitCode {
  if (failOn === "none") return 0;
  const failures = counts.error + (failOn === "warning" ? counts.warning : 0);
  return failures > 0 ? 1 : 0;
}

function formatNamed(name: "text" | "json" | "sarif" | "github", color: "auto" | "always" | "never"): Format {
  switch (name) {
    case "text":
      return textFormat(painter(color, process.stdout), columnsOr(process.stdout, WIDTH_WITHOUT_TERMINAL));
    case "json":
      return jsonFormat();
    case "sarif":
      return sarifFormat(version);
    case "github":
      return githubFormat();
  }
}

function readLevels(settings: readonly string[]): Record<string, Level> {
  const levels: Record<string, Level> = {};
  const codes = allChecks.map(({ code }) => code);
  for (const setting of settings) {
    const [code = "", level = ""] = setting.split("=", 2);
    if (!codes.includes(code))
      throw new UsageError(`There is no problem with the code "${visible(code)}".${didYouMean(code, codes)}`);
    const known = LEVELS.find((name) => name === level);
    if (known === undefined)
      throw new UsageError(`--level wants ${code}=${LEVELS.join("|")}, not "${visible(setting)}".`);
    levels[code] = known;
  }
  return levels;
}
