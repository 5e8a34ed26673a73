/** `check`: LiveKit's verdict on files, and what else is wrong with them. */
import manifest from "../../package.json" with { type: "json" };
import type { Level } from "../../core/problem.ts";
import { checks } from "../../core/checks/index.generated.ts";
import { RULE_FILE_PATTERNS } from "../../core/rules/file-patterns.ts";
import { TARGETS } from "../../core/rules/targets.ts";
import { githubFormat } from "../check/format-github.ts";
import { jsonFormat } from "../check/format-json.ts";
import { sarifFormat } from "../check/format-sarif.ts";
import { textFormat } from "../check/format-text.ts";
import type { Format } from "../check/format.ts";
import type { Summary } from "../check/outcome.ts";
import { run } from "../check/run.ts";
import { defineCommand, UsageError, type ExitCode } from "../command.ts";
import { didYouMean } from "../did-you-mean.ts";
import { STANDARD_INPUT } from "../files/find.ts";
import { painter } from "../terminal/colour.ts";
import { columnsOr } from "../terminal/columns.ts";
import { Progress } from "../terminal/progress.ts";
import { say, stdout } from "../terminal/streams.ts";
import { visible } from "../terminal/visible.ts";

const LEVELS = ["off", "hint", "info", "warning", "error"] as const satisfies readonly Level[];
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
    "Exit code: 0 nothing of the kind that --fail-on names, 1 such a problem, 2 wrong usage or a file that cannot be read.",
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
    fix: { kind: "flag", help: "write the fixes that keep the meaning into the files" },
    color: { kind: "choice", choices: ["auto", "always", "never"], default: "auto", help: "colours" },
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
      command: "livekit-dispatch check --level unknown-field=warning -",
      does: "standard input, with one problem of less weight",
    },
  ],

  async run(values, operands) {
    if (values.fix && operands.includes(STANDARD_INPUT))
      throw new UsageError("--fix writes files, and standard input is none.");
    const levels = readLevels(values.level);
    const { summary, matchedNothing } = await run({
      operands: operands.length > 0 ? operands : ["."],
      judging: { target: values.for, levels },
      isFixing: values.fix,
      format: formatNamed(values.format, values.color),
      output: stdout,
      progress: new Progress(),
      say,
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
      return sarifFormat(manifest.version);
    case "github":
      return githubFormat();
  }
}

function readLevels(settings: readonly string[]): Record<string, Level> {
  const levels: Record<string, Level> = {};
  const codes = checks.map(({ code }) => code);
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
