/** `--format text`: the outcome first, then why the others lost, then what is not known. */
import { changeSentence, stepsIntroduction } from "../../../core/routing/change/describe.ts";
import { ruleName, trunkName } from "../../../core/routing/reasons/names.ts";
import type { Paint, Style } from "../../terminal/colour.ts";
import { shorten, visible } from "../../../core/text/visible.ts";
import { wrap } from "../../terminal/wrap.ts";
import { placeBesideName } from "../../../core/routing/sourced-rule.ts";
import { facts, headline, type Mood } from "../../../core/routing/simulate/headline.ts";
import type { Loser, Simulation } from "../../../core/routing/simulate/simulation.ts";

const LONGEST = 600;
const MOST_TRUNKS = 20;
const MOODS: Readonly<Record<Mood, Style>> = { routed: "green", asked: "yellow", refused: "red" };

export function simulationText(simulation: Simulation, paint: Paint, columns: number): string {
  const { mood, text } = headline(simulation);
  const head = [paint(MOODS[mood], clean(text)), ...factLines(simulation, paint, columns)];
  return `${[head.join("\n"), ...sections(simulation, paint, columns)].join("\n\n")}\n`;
}

function factLines(simulation: Simulation, paint: Paint, columns: number): string[] {
  const rows = facts(simulation);
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => {
    const indent = " ".repeat(width + 4);
    const paragraph = wrap(clean(value), columns, indent).slice(indent.length);
    return `  ${paint("dim", name.padEnd(width))}  ${paragraph}`;
  });
}

function sections(simulation: Simulation, paint: Paint, columns: number): string[] {
  const { losers, furtherLosers, explanation, notes } = simulation;
  const item: Item = (mark, text, margin = "  ") => {
    const start = `${margin}${mark} `;
    const indent = " ".repeat(start.length);
    return start + wrap(clean(text), columns, indent).slice(indent.length);
  };
  const out: string[] = [];
  if (losers.length > 0) {
    const texts = losers.map((loser) => loserText(loser, item, paint));
    if (furtherLosers > 0) texts.push(`  ... and ${furtherLosers} more that were further from it`);
    out.push(section(simulation.winner ? "Why the other rules lost" : "Why no rule took it", texts));
  }
  const { trunks } = explanation;
  const texts = trunks
    .slice(0, MOST_TRUNKS)
    .map(({ trunk, role, text }) => item(role === "chosen" ? "+" : "-", `${trunkName(trunk)}: ${text}`));
  if (trunks.length > MOST_TRUNKS) texts.push(`  ... and ${trunks.length - MOST_TRUNKS} more`);
  if (trunks.length > 0) out.push(section("Trunks", texts));
  if (notes.length > 0)
    out.push(
      section(
        "To know",
        notes.map((note) => item("!", note)),
      ),
    );
  return out;

  function section(title: string, lines: readonly string[]): string {
    return [paint("bold", title), ...lines].join("\n");
  }
}

/** @param margin what stands before the mark */
type Item = (mark: string, text: string, margin?: string) => string;

function loserText({ reason, source, change }: Loser, item: Item, paint: Paint): string {
  const lost = item("-", `${ruleName(reason.rule)} (${placeBesideName(source)}): ${reason.text}`);
  if (!change) return lost;
  if ("impossible" in change || change.steps.length === 1)
    return `${lost}\n${paint("cyan", item(" ", changeSentence(change)))}`;
  const { steps } = change;
  const lines = [
    item(" ", stepsIntroduction(steps)),
    ...steps.map((step, at) => item(`${at + 1}.`, step, "    ")),
  ];
  return `${lost}\n${paint("cyan", lines.join("\n"))}`;
}

function clean(text: string): string {
  return visible(shorten(text, LONGEST));
}
