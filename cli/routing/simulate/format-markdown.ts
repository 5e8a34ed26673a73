/** `--format markdown`: for an issue or a pull request. */
import { stepsIntroduction, type ChangeInWords } from "../../../core/routing/change/describe.ts";
import { ruleName, trunkName } from "../../../core/routing/reasons/names.ts";
import { shorten, visible } from "../../terminal/visible.ts";
import { placeBesideName } from "../sourced-rule.ts";
import { facts, headline } from "./headline.ts";
import type { Simulation } from "./simulation.ts";

const LONGEST = 600;

export function simulationMarkdown(simulation: Simulation): string {
  const { losers, furtherLosers, explanation, notes } = simulation;
  const out = [`### ${prose(headline(simulation).text)}`, ""];
  out.push("| | |", "| --- | --- |");
  for (const [name, value] of facts(simulation)) out.push(`| ${name} | ${cell(value)} |`);
  list(
    simulation.winner ? "Why the other rules lost" : "Why no rule took it",
    losers.map(
      ({ reason, source, change }) =>
        `- ${prose(`${ruleName(reason.rule)} (${placeBesideName(source)}): ${reason.text}`)}${toWin(change)}`,
    ),
  );
  if (furtherLosers > 0) out.push(`- ... and ${furtherLosers} more`);
  list(
    "Trunks",
    explanation.trunks.map(
      ({ trunk, role, text }) =>
        `- ${prose(`${trunkName(trunk)}${role === "chosen" ? ", which takes the call" : ""}: ${text}`)}`,
    ),
  );
  list(
    "To know",
    notes.map((note) => `- ${prose(note)}`),
  );
  return `${out.join("\n")}\n`;

  function list(title: string, items: readonly string[]): void {
    if (items.length > 0) out.push("", `#### ${title}`, "", ...items);
  }
}

/** Behind the reason, and below it where it takes several steps. */
function toWin(change: ChangeInWords | undefined): string {
  if (!change) return "";
  if ("impossible" in change) return ` ${prose(change.impossible)}`;
  const { steps } = change;
  const introduction = ` **${stepsIntroduction(steps)}**`;
  const [only = ""] = steps;
  if (steps.length < 2) return `${introduction} ${prose(only)}.`;
  return [introduction, ...steps.map((step, at) => `  ${at + 1}. ${prose(step)}`)].join("\n");
}

/** Nothing of a rule file may become a tag or a link; backticks are ours, around values. */
function prose(text: string): string {
  return visible(shorten(text, LONGEST)).replaceAll(/[<>[\]]/g, "\\$&");
}

function cell(text: string): string {
  return prose(text).replaceAll("|", "\\|");
}
