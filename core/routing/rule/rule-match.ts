/** Which rule takes a call (`MatchDispatchRuleIter`, livekit/protocol, sip/sip.go). */
import type { DispatchRule, Fault, InboundTrunk, IncomingCall } from "../types.ts";
import { comparePriority } from "./priority.ts";
import { kindOf } from "./rule-kind.ts";
import { RuleValidator, type RuleFault } from "./rule-validator.ts";

/** What the caller has entered so far. */
export interface Entry {
  readonly pin: string;
  /** Only `#` was pressed. */
  readonly noPin: boolean;
}

export const NOTHING_ENTERED: Entry = { pin: "", noPin: false };

/** Where a rule falls out, in LiveKit's order; the last two stay in. */
export type RuleVerdict =
  /** `inbound_numbers` lacks the calling user, byte for byte. */
  | "inbound-number"
  /** `numbers` lacks the called user, byte for byte. */
  | "called-number"
  /** The caller pressed only `#`, and the rule has a PIN. */
  | "has-pin"
  /** The caller entered a PIN, and the rule has none. */
  | "no-pin"
  /** The rule has another PIN than the caller entered. */
  | "other-pin"
  /** The rule lists trunks, and no trunk matched the call. */
  | "no-trunk"
  /** The rule lists other trunks than the one that matched. */
  | "other-trunk"
  /** It lists no trunk. */
  | "wildcard"
  /** It lists the trunk that matched. */
  | "specific";

/** @param trunk the one that matched the call, if one did */
export function judgeRule(
  rule: DispatchRule,
  trunk: InboundTrunk | undefined,
  call: IncomingCall,
  entry: Entry,
): RuleVerdict {
  const { inboundNumbers, numbers, trunkIds } = rule;
  if (inboundNumbers?.length && !inboundNumbers.includes(call.from)) return "inbound-number";
  if (numbers?.length && !numbers.includes(call.to)) return "called-number";
  const pin = kindOf(rule)?.pin ?? "";
  if (entry.noPin) {
    if (pin !== "") return "has-pin";
  } else if (entry.pin !== "" && entry.pin !== pin) return pin === "" ? "no-pin" : "other-pin";
  if (!trunkIds?.length) return "wildcard";
  if (!trunk) return "no-trunk";
  return trunkIds.includes(trunk.sipTrunkId ?? "") ? "specific" : "other-trunk";
}

/** `ErrNoDispatchMatched`. It says so also where rules exist and none fits. */
export const NO_RULE: Fault = { code: "failed_precondition", text: "No SIP Dispatch Rules defined" };

export interface RuleMatch {
  readonly rule?: DispatchRule;
  /** Ends the evaluation, whether or not the rule concerns this call. */
  readonly fault?: RuleFault;
}

/**
 * @param rules those that LiveKit reads for the trunk, in the order of the store (`store/listed.ts`)
 * @param watch is told of every rule that LiveKit reads, up to the one that ends the evaluation
 */
export function matchRules(
  rules: Iterable<DispatchRule>,
  trunk: InboundTrunk | undefined,
  call: IncomingCall,
  entry: Entry,
  watch?: (rule: DispatchRule, verdict: RuleVerdict) => void,
): RuleMatch {
  const validator = new RuleValidator();
  let specific: DispatchRule | undefined;
  let wildcard: DispatchRule | undefined;
  for (const rule of rules) {
    const fault = validator.add(rule);
    if (fault) return { fault };
    const verdict = judgeRule(rule, trunk, call, entry);
    watch?.(rule, verdict);
    if (verdict === "specific") specific = better(rule, specific);
    else if (verdict === "wildcard") wildcard = better(rule, wildcard);
  }
  const rule = specific ?? wildcard;
  return rule ? { rule } : {};
}

function better(rule: DispatchRule, best: DispatchRule | undefined): DispatchRule {
  return best && comparePriority(rule, best) >= 0 ? best : rule;
}
