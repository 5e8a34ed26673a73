/**
 * What of a project may go to the language server: what decides about calls, and nothing that is secret. A PIN goes as
 * a digest; metadata, attributes, headers and everything else that a rule or a trunk holds stays where it is.
 */
import { readRule, readTrunk } from "../routing/input/read.ts";
import type { DispatchRule, InboundTrunk } from "../routing/types.ts";
import { agentNamesOf } from "./support/agents.ts";
import { pinDigest, withPin } from "./pin-digest.ts";

/** Proto3 JSON with a part of the fields of `SIPDispatchRuleInfo`, digests in the place of PINs. */
export type RuleFact = Readonly<Record<string, unknown>>;
/** Proto3 JSON with a part of the fields of `SIPInboundTrunkInfo`. */
export type RoutingTrunkFact = Readonly<Record<string, unknown>>;

/** @param pinKey made anew for each session */
export function ruleFact(rule: DispatchRule, pinKey: string): RuleFact {
  const { sipDispatchRuleId, name, trunkIds, inboundNumbers, numbers, hidePhoneNumber } = rule;
  const { rule: kinds } = withPin(rule, (pin) => pinDigest(pinKey, pin));
  const agents = agentNamesOf(rule).map((agentName) => ({ agentName }));
  return {
    sipDispatchRuleId,
    name,
    rule: kinds,
    trunkIds,
    inboundNumbers,
    numbers,
    hidePhoneNumber,
    ...(agents.length > 0 && { roomConfig: { agents } }),
  };
}

export function trunkFact(trunk: InboundTrunk): RoutingTrunkFact {
  const { sipTrunkId, name, numbers, allowedNumbers, allowedAddresses, headersToAttributes, includeHeaders } =
    trunk;
  return {
    sipTrunkId,
    name,
    numbers,
    allowedNumbers,
    allowedAddresses,
    headersToAttributes,
    includeHeaders,
  };
}

/** The other way; what makes no sense is left out. */
export function ruleOfFact(fact: unknown): DispatchRule {
  return readRule(fact).value;
}

export function trunkOfFact(fact: unknown): InboundTrunk {
  return readTrunk(fact).value;
}
