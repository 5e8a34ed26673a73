/** `--format markdown`: for an issue or a pull request. */
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
    losers.map(({ reason, source, change }) => {
      const end =
        change && change.length > 0 ? ` **To win:** ${change.join("; ")}.`.replace(/\.\.$/, ".") : "";
      return `${ruleName(reason.rule)} (${placeBesideName(source)}): ${reason.text}${end}`;
    }),
  );
  if (furtherLosers > 0) out.push(`- ... and ${furtherLosers} more`);
  list(
    "Trunks",
    explanation.trunks.map(({ trunk, role, text }) => `${trunkName(trunk)} (${role}): ${text}`),
  );
  list("To know", notes);
  return `${out.join("\n")}\n`;

  function list(title: string, items: readonly string[]): void {
    if (items.length > 0) out.push("", `#### ${title}`, "", ...items.map((item) => `- ${prose(item)}`));
  }
}

/** Nothing of a rule file may become a tag or a link; backticks are ours, around values. */
function prose(text: string): string {
  return visible(shorten(text, LONGEST)).replaceAll(/[<>[\]]/g, "\\$&");
}

function cell(text: string): string {
  return prose(text).replaceAll("|", "\\|");
}
