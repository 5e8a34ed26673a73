/** `conflicts`: rules that cannot stand beside each other, and rules that no call can reach. */
import { defineCommand } from "../command.ts";
import { findConflicts, inLiveKitsOrder } from "../routing/conflicts/find-conflicts.ts";
import { conflictsJson, conflictsText, type ConflictReport } from "../routing/conflicts/format.ts";
import { findNeverWinning } from "../routing/conflicts/never-wins.ts";
import { NO_ANSWER_CODE } from "../live/exit-code.ts";
import { DEPLOYED_OPTIONS } from "../live/options.ts";
import { loadQuestion } from "../routing/load-question.ts";
import { painter } from "../terminal/colour.ts";
import { stdout } from "../terminal/streams.ts";

export const conflicts = defineCommand({
  name: "conflicts",
  summary: "Find rules that LiveKit refuses beside each other, and rules that can never win",
  operands: "[more rule files]",
  description: [
    "LiveKit refuses a rule that claims the same PIN, trunk and numbers as another one, and ends calls with an error where such a pair is stored all the same. Deployed rules count as there first, in the order of their ids; new ones follow in the order of the files.",
    "That a rule can never win is told only where it is certain, which mostly takes the trunks: --trunks takes what `lk sip inbound list --json` prints.",
    "With --project the rules and trunks are those that are deployed there; rule files that are given as well count as the next ones to be deployed.",
    `Exit code: 0 no conflict, 1 a conflict, 2 wrong usage or a file that cannot be read${NO_ANSWER_CODE}`,
  ],
  options: {
    rules: {
      kind: "list",
      placeholder: "FILES",
      help: "rule files, folders or globs, or - for standard input",
    },
    trunks: { kind: "text", placeholder: "FILE", help: "all inbound trunks as JSON" },
    format: { kind: "choice", choices: ["text", "json"], default: "text", help: "how to report" },
    color: { kind: "choice", choices: ["auto", "always", "never"], default: "auto", help: "colours" },
    ...DEPLOYED_OPTIONS,
  },
  examples: [
    { command: "livekit-dispatch conflicts", does: "among all rule files below the current folder" },
    {
      command: "livekit-dispatch conflicts --rules dispatch-rules --rules deployed.json --trunks trunks.json",
      does: "files against a list of what is deployed, with the trunks",
    },
    {
      command: "livekit-dispatch conflicts --project prod --rules dispatch-rules",
      does: "the same, with what is deployed in a project of lk's list",
    },
  ],

  async run(values, operands) {
    const question = await loadQuestion(values, [...values.rules, ...operands], values.format === "json");
    if (typeof question === "number") return question;
    const { trunks, hasAllTrunks, leftOut } = question;
    const rules = inLiveKitsOrder(question.rules);
    const report: ConflictReport = {
      rules,
      conflicts: findConflicts(rules),
      neverWinning: findNeverWinning(rules, hasAllTrunks ? trunks : undefined),
      leftOut,
      trunks: hasAllTrunks ? "all" : trunks ? "some" : "none",
    };
    if (values.format === "json") await stdout.write(conflictsJson(report));
    else
      for (const line of conflictsText(report, painter(values.color, process.stdout)))
        await stdout.write(line);
    return report.conflicts.length > 0 ? 1 : 0;
  },
});
