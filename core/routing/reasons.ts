/** Beside the outcome of a call, why: what LiveKit looked at, in its order, what fitted and where it fell out. */
import { routeCall, type Outcome, type RouteInput, type Step } from "./route.ts";
import { ruleReasons, type RuleReason } from "./reasons/rule-reasons.ts";
import { trunkReasons, type TrunkReason } from "./reasons/trunk-reasons.ts";

export type { RuleReason, TrunkReason };

export interface StepReasons {
  readonly step: Step;
  /** One for every rule. */
  readonly rules: readonly RuleReason[];
}

export interface Explanation {
  readonly outcome: Outcome;
  /** One for every trunk. */
  readonly trunks: readonly TrunkReason[];
  /** One for each evaluation of the rules: a PIN makes it two. */
  readonly steps: readonly StepReasons[];
}

/** What happens to the call as a whole; `change/smallest-change.ts` says what would make a rule win. */
export function explainCall(input: RouteInput): Explanation {
  const outcome = routeCall(input);
  const { trunk, steps } = outcome;
  return {
    outcome,
    trunks: trunkReasons(input.trunks, trunk, input.call),
    steps: steps.map((step) => ({ step, rules: ruleReasons(input, trunk.trunk, step) })),
  };
}
