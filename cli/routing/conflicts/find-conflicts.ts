/** Rules that LiveKit does not store beside each other, in the order in which it would say so. */
import { conflictText } from "../../../core/protocol/self-conflict.ts";
import { compareBytes } from "../../../core/routing/byte-order.ts";
import { conflictsFull } from "../../../core/routing/conflict-index.ts";
import { kindOf, UNSUPPORTED } from "../../../core/routing/rule/rule-kind.ts";
import type { SourcedRule } from "../../../core/routing/sourced-rule.ts";

export interface Conflict {
  readonly rule: SourcedRule;
  /** The one that LiveKit looks at first; the rule itself where it says something twice. Absent: it has no kind. */
  readonly other?: SourcedRule;
  /** LiveKit's words. */
  readonly text: string;
}

/** Deployed rules are there first, by id as LiveKit stores them; new ones come in the order of the files. */
export function inLiveKitsOrder(rules: readonly SourcedRule[]): SourcedRule[] {
  const id = ({ rule }: SourcedRule): string => rule.sipDispatchRuleId ?? "";
  const deployed = rules.filter((sourced) => id(sourced) !== "");
  return [
    ...deployed.sort((a, b) => compareBytes(id(a), id(b))),
    ...rules.filter((sourced) => id(sourced) === ""),
  ];
}

/** @param rules as `inLiveKitsOrder` gives them. Two rules that clash in several claims are one conflict. */
export function findConflicts(rules: readonly SourcedRule[]): Conflict[] {
  const pairs = conflictsFull(rules.map(({ rule }) => rule));
  const seen = new Set<string>();
  const conflicts: (Conflict & { readonly position: number })[] = [];
  for (let at = 0; at < pairs.length; at += 2) {
    const position = pairs[at]!;
    const key = `${position} ${pairs[at + 1]!}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const other = rules[pairs[at + 1]!]!;
    const text = conflictText(other.rule.sipDispatchRuleId ?? "", other.rule.name ?? "");
    conflicts.push({ position, rule: rules[position]!, other, text });
  }
  for (const [position, rule] of rules.entries())
    if (!kindOf(rule.rule)) conflicts.push({ position, rule, text: UNSUPPORTED.text });
  return conflicts.sort((a, b) => a.position - b.position);
}
