/** Which of two rules wins (`DispatchRulePriority`, `hasHigherPriority`, livekit/protocol, sip/sip.go). */
import { compareBytes } from "../byte-order.ts";
import type { DispatchRule } from "../types.ts";
import { kindOf } from "./rule-kind.ts";

const LAST = 2 ** 31 - 1;
const KIND_PRIORITY = { direct: 0, individual: 1, callee: 2 };
const OPEN = 100;
const WITHOUT_NUMBERS = 1000;

/** LiveKit's number for a rule: the lower wins. PIN before open, direct before individual before callee. */
export function rulePriority(rule: DispatchRule): number {
  const kind = kindOf(rule);
  if (!kind) return LAST;
  return (
    KIND_PRIORITY[kind.kind] +
    (kind.pin === "" ? OPEN : 0) +
    (rule.inboundNumbers?.length ? 0 : WITHOUT_NUMBERS) +
    (rule.numbers?.length ? 0 : WITHOUT_NUMBERS)
  );
}

/** What breaks a tie: the room name or prefix, by bytes. */
export function tieBreaker(rule: DispatchRule): string {
  return kindOf(rule)?.room ?? "";
}

/** Negative when `a` wins over `b`; 0 when neither does, and the one that LiveKit reads first stays. */
export function comparePriority(a: DispatchRule, b: DispatchRule): number {
  return rulePriority(a) - rulePriority(b) || compareBytes(tieBreaker(a), tieBreaker(b));
}

/** The rules from best to worst (`SortDispatchRules`; in a full tie the order stays). */
export function sortByPriority(rules: readonly DispatchRule[]): DispatchRule[] {
  return [...rules].sort(comparePriority);
}
