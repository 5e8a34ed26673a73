/** A call, the rules and trunks as some edits leave them, and what LiveKit makes of it for one rule. */
import { routeCall, type Outcome } from "../route.ts";
import type { DispatchRule, InboundTrunk, IncomingCall } from "../types.ts";
import type { Placed, PlacedInput } from "./apply.ts";

export interface Situation {
  readonly input: PlacedInput;
  readonly call: IncomingCall;
  readonly outcome: Outcome;
  /** The rule that is to win. */
  readonly target: Placed<DispatchRule>;
}

/** @returns `undefined` when the rule is not there */
export function situationOf(input: PlacedInput, call: IncomingCall, position: number): Situation | undefined {
  const target = input.rules.find((placed) => placed.position === position);
  if (!target) return undefined;
  const trunks = input.trunks.map(({ value }) => value);
  const rules = input.rules.map(({ value }) => value);
  return { input, call, outcome: routeCall({ trunks, rules, call }), target };
}

/** Whether the call ends with the rule: in its room, or asked for its PIN when the caller enters none. */
export function isWon({ outcome, target }: Situation): boolean {
  return outcome.rule === target.value && outcome.result !== "ERROR";
}

export function placeOfRule({ input }: Situation, rule: DispatchRule): number {
  return input.rules.find(({ value }) => value === rule)?.position ?? -1;
}

export function placeOfTrunk({ input }: Situation, trunk: InboundTrunk): number {
  return input.trunks.find(({ value }) => value === trunk)?.position ?? -1;
}
