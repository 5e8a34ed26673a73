/** `test`: routing tests, calls with their expected outcome. */
import { defineCommand } from "../command.ts";
import { NO_ANSWER_CODE } from "../live/exit-code.ts";
import { DEPLOYED_OPTIONS } from "../live/options.ts";
import { loadDeployed } from "../routing/load-deployed.ts";
import { testsGithub, testsJunit } from "../routing/test/format-ci.ts";
import { testsJson, testsText } from "../routing/test/formats.ts";
import { findTests } from "../routing/test/find-tests.ts";
import { runTestFile, type TestedFile } from "../routing/test/run-file.ts";
import { totalsOf, type Totals } from "../routing/test/totals.ts";
import { painter } from "../terminal/colour.ts";
import { stdout } from "../terminal/streams.ts";

export const test = defineCommand({
  name: "test",
  summary: "Run routing tests: calls with the rule, room and agents they must come to",
  operands: "[files or folders]",
  description: [
    "A routing test is a file *.dispatch-test.json. It names rules and trunks, by paths relative to itself or in itself, and lists calls with what is expected of them: rule, room (* stands for anything), agents, pin, reject, attributes. Without operands the current folder is searched.",
    "With --project the calls meet the rules and trunks that are deployed there, and not those that a test names; a rule that a test expects by its file is the deployed one with the same id or name.",
    `Exit code: 0 every call went as expected, 1 one did not, 2 wrong usage or a test that cannot be run${NO_ANSWER_CODE}`,
  ],
  options: {
    format: {
      kind: "choice",
      choices: ["text", "json", "junit", "github"],
      default: "text",
      help: "how to report",
    },
    coverage: { kind: "flag", help: "name the rules that no call reaches" },
    color: { kind: "choice", choices: ["auto", "always", "never"], default: "auto", help: "colours" },
    ...DEPLOYED_OPTIONS,
  },
  examples: [
    { command: "livekit-dispatch test", does: "every routing test below the current folder" },
    {
      command: "livekit-dispatch test --format github --coverage routing.dispatch-test.json",
      does: "in a workflow of GitHub Actions, with the rules that no call reaches",
    },
    {
      command: "livekit-dispatch test --project staging",
      does: "the same calls, through what is deployed in a project of lk's list",
    },
  ],

  async run(values, operands) {
    const { format, coverage, color } = values;
    const paths = findTests(operands);
    const deployed = await loadDeployed(values, format === "json");
    if (typeof deployed === "number") return deployed;
    const files: TestedFile[] = [];
    for (const path of paths) files.push(await runTestFile(path, deployed));
    const totals = totalsOf(files, coverage);
    for (const piece of report(totals, format, color)) await stdout.write(piece);
    if (files.some(({ problems }) => problems.length > 0)) return 2;
    return totals.failed > 0 ? 1 : 0;
  },
});

function report(
  totals: Totals,
  format: "text" | "json" | "junit" | "github",
  color: "auto" | "always" | "never",
): Iterable<string> {
  switch (format) {
    case "text":
      return testsText(totals, painter(color, process.stdout));
    case "json":
      return [testsJson(totals)];
    case "junit":
      return testsJunit(totals);
    case "github":
      return testsGithub(totals);
  }
}
