/** Edits of one rule that several difficulties call for. */
import { numberKey } from "../number-key.ts";
import { enteredWhenAsked } from "../route.ts";
import { kindOf } from "../rule/rule-kind.ts";
import type { DispatchRule } from "../types.ts";
import type { RouteEdit, RuleList } from "./edits.ts";
import type { Situation } from "./situation.ts";

/** Takes what two rules share out of one, as long as it keeps other entries. @param needed by the call, so it stays */
export function released(
  rule: DispatchRule,
  position: number,
  list: RuleList,
  key: string,
  needed?: string,
): RouteEdit[] {
  const entries = rule[list] ?? [];
  const shared = entries.filter((entry) => (list === "trunkIds" ? entry : numberKey(entry)) === key);
  if (shared.length === 0 || shared.length === entries.length) return [];
  return shared
    .filter((entry) => entry !== needed)
    .map((entry) => ({ kind: "remove-entry", rule: position, list, entry }));
}

/** What makes the rule more special for this call, where it is open so far. */
export function narrowed(situation: Situation): RouteEdit[] {
  const { target, call } = situation;
  const { value: rule, position } = target;
  const trunk = situation.outcome.trunk.trunk;
  const wanted: [RuleList, string][] = [
    ["numbers", call.to],
    ["inboundNumbers", call.from],
    ...(trunk ? [["trunkIds", trunk.sipTrunkId ?? ""] as [RuleList, string]] : []),
  ];
  return wanted
    .filter(([list]) => !rule[list]?.length)
    .map(([list, entry]) => ({ kind: "add-entry", rule: position, list, entry }));
}

/** The PIN that the caller will enter. */
export function pinEdits({ target, call }: Situation): RouteEdit[] {
  const entered = enteredWhenAsked(call);
  if (!entered || kindOf(target.value)?.pin === entered.pin) return [];
  return [{ kind: "set-pin", rule: target.position, pin: entered.pin }];
}
