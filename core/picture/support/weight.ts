/** Which of two rules that both fit a call LiveKit takes (`MatchDispatchRuleIter`, livekit/protocol, sip/sip.go). */
import { comparePriority } from "../../routing/rule/priority.ts";
import { kindOf } from "../../routing/rule/rule-kind.ts";
import type { DispatchRule } from "../../routing/types.ts";

/** Whether `a` goes before `b` by more than its id: it lists the trunk and the other none, or it weighs more. */
export function goesFirst(a: DispatchRule, b: DispatchRule): boolean {
  const [listsTrunk, otherListsTrunk] = [isOnTrunk(a), isOnTrunk(b)];
  if (listsTrunk !== otherListsTrunk) return listsTrunk;
  return comparePriority(a, b) < 0;
}

/** How many of the two lists of numbers a rule has; each counts the same. */
export function listCount({ numbers, inboundNumbers }: DispatchRule): number {
  return (numbers?.length ? 1 : 0) + (inboundNumbers?.length ? 1 : 0);
}

export function isOnTrunk({ trunkIds }: DispatchRule): boolean {
  return trunkIds !== undefined && trunkIds.length > 0;
}

/** Whether both put their callers into rooms of the same name. */
export function haveSameRoom(a: DispatchRule, b: DispatchRule): boolean {
  const [first, second] = [kindOf(a), kindOf(b)];
  return first?.kind === second?.kind && first?.room === second?.room;
}
