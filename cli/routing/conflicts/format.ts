/** The report of `conflicts`. */
import { count } from "../../check/outcome.ts";
import type { Paint } from "../../terminal/colour.ts";
import { shorten, visible } from "../../../core/text/visible.ts";
import type { LeftOut } from "../../../core/routing/sourced-rule.ts";
import { exactPlaceOf, type SourcedRule } from "../../../core/routing/sourced-rule.ts";
import type { Conflict } from "./find-conflicts.ts";
import type { NeverWins } from "./never-wins.ts";

export interface ConflictReport {
  readonly rules: readonly SourcedRule[];
  readonly conflicts: readonly Conflict[];
  readonly neverWinning: readonly NeverWins[];
  readonly leftOut: readonly LeftOut[];
  /** How many of the inbound trunks are known. */
  readonly trunks: "all" | "some" | "none";
}

const LONGEST = 600;
const TRUNKS_KNOWN: Readonly<Record<ConflictReport["trunks"], string>> = {
  all: "",
  some: " Not all trunks could be read, so rules that trunks keep from winning are not told.",
  none: " Trunks were not given (--trunks), so rules that they keep from winning are not told.",
};

export function* conflictsText(report: ConflictReport, paint: Paint): Generator<string> {
  const { rules, conflicts, neverWinning, leftOut, trunks } = report;
  for (const { rule, other, text } of conflicts) {
    yield line(`${exactPlaceOf(rule)}: ${paint("red", "conflict")} ${quoted(rule)}: ${clean(text)}`);
    if (other === rule)
      yield line("  It says something twice: equal trunks, or two spellings of one number.");
    else if (other) yield line(`  ${exactPlaceOf(other)}: ${quoted(other)} has it already.`);
    else yield line("  It has no kind, and LiveKit ends every call at it.");
  }
  for (const { rule, text, shadowedBy } of neverWinning) {
    yield line(`${exactPlaceOf(rule)}: ${paint("yellow", "never wins")} ${quoted(rule)}: ${clean(text)}`);
    for (const shadow of shadowedBy) yield line(`  ${exactPlaceOf(shadow)}: ${quoted(shadow)} goes first.`);
  }
  for (const { place, reason } of leftOut) yield line(`${place}: left out: ${clean(reason)}`);
  yield line(
    `${count(rules.length, "rule")}: ${count(conflicts.length, "conflict")}, ${neverWinning.length} that can never win.${TRUNKS_KNOWN[trunks]}`,
  );
}

export function conflictsJson({ rules, conflicts, neverWinning, leftOut }: ConflictReport): string {
  const report = {
    rules: rules.length,
    conflicts: conflicts.map(({ rule, other, text }) => ({
      rule: view(rule),
      other: other && view(other),
      livekit: text,
    })),
    neverWinning: neverWinning.map(({ rule, shadowedBy, text }) => ({
      rule: view(rule),
      shadowedBy: shadowedBy.map(view),
      reason: text,
    })),
    leftOut,
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

function view(sourced: SourcedRule): object {
  return { place: exactPlaceOf(sourced), id: sourced.rule.sipDispatchRuleId, name: sourced.rule.name };
}

function quoted({ rule: { name = "", sipDispatchRuleId: id = "" } }: SourcedRule): string {
  return clean(name !== "" ? `"${name}"` : id !== "" ? id : "(without a name)");
}

function clean(text: string): string {
  return shorten(text, LONGEST);
}

function line(text: string): string {
  // Colours are ours; everything else of the line is not.
  return `${text
    .split(/(\u001b\[[\d;]*m)/)
    .map((part, index) => (index % 2 === 1 ? part : visible(part)))
    .join("")}\n`;
}
