/** A simulated call as Markdown: for an issue, a pull request, or an editor's preview. */
import { stepsIntroduction, type ChangeInWords } from "../change/describe.ts";
import { ruleName, trunkName, value } from "../reasons/names.ts";
import { placeBesideName } from "../sourced-rule.ts";
import { facts, headline } from "./headline.ts";
import { cell, prose } from "./safe-markdown.ts";
import type { Simulation } from "./simulation.ts";

export function simulationMarkdown(simulation: Simulation): string {
  const { question, losers, furtherLosers, explanation, notes } = simulation;
  const { to, from } = question.call;
  const call: [string, string] = ["call", `to ${value(to)}, from ${value(from)}`];
  const out = [`### ${prose(headline(simulation).text)}`, ""];
  out.push("| | |", "| --- | --- |");
  for (const [name, text] of [call, ...facts(simulation)]) out.push(`| ${name} | ${cell(text)} |`);
  list(
    simulation.winner ? "Why the other rules lost" : "Why no rule took it",
    losers.map(
      ({ reason, source, change }) =>
        `- ${prose(`${ruleName(reason.rule)} (${placeBesideName(source)}): ${reason.text}`)}${toWin(change)}`,
    ),
  );
  if (furtherLosers > 0) out.push(`- ... and ${furtherLosers} more that were further from it`);
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
