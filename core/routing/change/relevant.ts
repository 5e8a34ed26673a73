/**
 * The part of many rules and trunks on which the way of one call to one rule can depend, also after edits of that
 * rule: the search runs on it instead of on all.
 */
import { conflictsFull } from "../conflict-index.ts";
import { numberKey } from "../number-key.ts";
import { kindOf } from "../rule/rule-kind.ts";
import { sameNumber } from "../trunk/judge-trunk.ts";
import type { DispatchRule, InboundTrunk, IncomingCall } from "../types.ts";
import type { PlacedInput } from "./apply.ts";

/** @param target position of the rule that is to win */
export function relevantInput(
  trunks: readonly InboundTrunk[],
  rules: readonly DispatchRule[],
  call: IncomingCall,
  target: number,
): PlacedInput {
  const rule = rules[target] ?? {};
  const listed = new Set([...(rule.trunkIds ?? []), call.trunkId]);
  const placedTrunks = trunks
    .map((value, position) => ({ position, value }))
    .filter(({ value }) => mayTakeCall(value, call) || listed.has(value.sipTrunkId ?? ""));
  // The empty id is what a rule without trunks claims.
  const trunkIds = new Set(["", ...listed, ...placedTrunks.map(({ value }) => value.sipTrunkId ?? "")]);
  const callers = keys(rule.inboundNumbers, call.from);
  const called = keys(rule.numbers, call.to);
  const broken = brokenRules(rules);
  const placedRules = rules
    .map((value, position) => ({ position, value: { ...value } }))
    .filter(
      ({ value, position }) =>
        position === target ||
        broken.has(position) ||
        (touches(value.trunkIds, trunkIds) &&
          touches(value.inboundNumbers?.map(numberKey), callers) &&
          touches(value.numbers?.map(numberKey), called)),
    );
  return { trunks: placedTrunks, rules: placedRules };
}

function mayTakeCall({ numbers = [] }: InboundTrunk, call: IncomingCall): boolean {
  return numbers.length === 0 || sameNumber(numbers, call.to) !== undefined;
}

/** The numbers that the rule has or may get. */
function keys(numbers: readonly string[] | undefined, ofCall: string): Set<string> {
  return new Set([...(numbers ?? []), ofCall, ""].map(numberKey));
}

/** Whether a list is open or shares an entry. */
function touches(list: readonly string[] | undefined, wanted: ReadonlySet<string>): boolean {
  return !list?.length || list.some((entry) => wanted.has(entry));
}

/** Rules that end an evaluation by themselves or with another one. */
function brokenRules(rules: readonly DispatchRule[]): Set<number> {
  const broken = new Set(conflictsFull(rules));
  for (const [position, rule] of rules.entries()) if (!kindOf(rule)) broken.add(position);
  return broken;
}
