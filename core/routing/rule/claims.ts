/**
 * What a rule claims for itself: every combination of its PIN, trunks, calling and called numbers. Two rules that
 * claim one combination conflict (`DispatchRuleValidator.Validate`, livekit/protocol, sip/sip.go).
 */
import { numberKey } from "../number-key.ts";
import type { DispatchRule } from "../types.ts";
import { kindOf } from "./rule-kind.ts";

export interface Claim {
  readonly pin: string;
  /** Empty: any trunk. A rule claims this one only by listing no trunk, or an empty id. */
  readonly trunkId: string;
  /** In LiveKit's one form; empty: any. */
  readonly inboundNumber: string;
  readonly number: string;
}

const ANY: readonly string[] = [""];
const NOTHING: readonly never[] = [];
const SEPARATOR = "\0";

/** An empty list stands for one empty value: it conflicts with other empty lists only. */
function orAny(values: readonly string[] | undefined): readonly string[] {
  return values !== undefined && values.length > 0 ? values : ANY;
}

/** The claims in the order in which LiveKit makes them; none for a rule without a kind. */
export function* claimsOf(rule: DispatchRule): Generator<Claim> {
  const pin = kindOf(rule)?.pin;
  if (pin === undefined) return;
  for (const trunkId of orAny(rule.trunkIds))
    for (const inboundNumber of orAny(rule.inboundNumbers).map(numberKey))
      for (const number of orAny(rule.numbers).map(numberKey)) yield { pin, trunkId, inboundNumber, number };
}

/** The same claims as strings that are equal exactly when the claims are. */
export function claimKeys(rule: DispatchRule): readonly string[] {
  const pin = pinOf(rule);
  if (pin === undefined) return NOTHING;
  const trunkIds = orAny(rule.trunkIds);
  const inboundNumbers = orAny(rule.inboundNumbers);
  const numbers = orAny(rule.numbers);
  const start = part(pin) + SEPARATOR;
  const keys: string[] = [];
  for (const trunkId of trunkIds) {
    const trunk = start + part(trunkId) + SEPARATOR;
    for (const inboundNumber of inboundNumbers) {
      const caller = trunk + part(numberKey(inboundNumber)) + SEPARATOR;
      for (const number of numbers) keys.push(caller + part(numberKey(number)));
    }
  }
  return keys;
}

/** As `kindOf(rule)?.pin`, without the rest: this runs for every rule of a store. */
function pinOf({ rule }: DispatchRule): string | undefined {
  const kind = rule?.dispatchRuleDirect ?? rule?.dispatchRuleIndividual ?? rule?.dispatchRuleCallee;
  return kind && (kind.pin ?? "");
}

/** A value that holds the separator is written so that it cannot be taken for two. */
function part(value: string): string {
  return value.includes(SEPARATOR) ? value.replaceAll(SEPARATOR, "\0\x01") : value;
}
