/** Lists whose order says nothing. */
import type { Plain } from "./plain-rule.ts";

/** A call that fits one of them fits the rule (livekit/protocol, sip/sip.go, `MatchDispatchRuleIter`). */
export const SETS: ReadonlySet<string> = new Set(["trunk_ids", "inbound_numbers", "numbers"]);

export function isSameList(before: readonly Plain[], after: readonly Plain[], path: string): boolean {
  const [one, other] = SETS.has(path) ? [before.toSorted(), after.toSorted()] : [before, after];
  return JSON.stringify(one) === JSON.stringify(other);
}
