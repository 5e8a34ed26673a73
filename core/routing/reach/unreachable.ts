/**
 * Whether any call can get to a rule. LiveKit's check for conflicts keeps a rule from hiding another one on the same
 * trunk, PIN and numbers, so that only this is left: what the trunks say, and rules of a trunk that go before rules
 * of none. Only what is certain counts. Whether a phone can enter the PIN is another question (`after/pin-entry.ts`).
 */
import { kindOf } from "../rule/rule-kind.ts";
import type { DispatchRule, InboundTrunk } from "../types.ts";
import { coversNumbers } from "./covers-numbers.ts";
import { mayLetIn, mayTake, type KnownTrunks } from "./known-trunks.ts";

/** `R`: how whoever asks holds rules. */
export type Unreachable<R> =
  /** None of the trunks that it lists is there. */
  | { readonly why: "no-trunk"; readonly trunkIds: readonly string[] }
  /** None of its `numbers` is a number of its trunks. */
  | { readonly why: "called-numbers"; readonly trunks: readonly InboundTrunk[] }
  /** Of its trunks those that take its `numbers` let in none of its `inbound_numbers`. */
  | { readonly why: "calling-numbers"; readonly trunks: readonly InboundTrunk[] }
  /** Calls to its `numbers` come in on these trunks, which it does not list. */
  | { readonly why: "other-trunks"; readonly trunks: readonly InboundTrunk[] }
  /** It lists no trunk, and for each of its `numbers` a rule of the number's trunk goes first. */
  | { readonly why: "shadowed"; readonly shadows: readonly Shadow<R>[] };

export interface Shadow<R> {
  readonly number: string;
  readonly trunk: InboundTrunk;
  readonly rule: R;
}

/** Other ids, such as those of numbers of LiveKit Cloud (`PN_…`), say nothing about trunks. */
const TRUNK_ID = "ST_";

/**
 * @param trunks all inbound trunks
 * @param claimants the other rules that claim something that a variant of the rule would claim
 * @returns `undefined` where some call may get to it, or where it is not known
 */
export function whyUnreachable<R extends { readonly rule: DispatchRule }>(
  rule: DispatchRule,
  trunks: KnownTrunks,
  claimants: (claims: DispatchRule) => readonly R[],
): Unreachable<R> | undefined {
  // LiveKit ends every call at a rule without a kind, which is said elsewhere.
  if (!kindOf(rule)) return undefined;
  return rule.trunkIds?.length ? onItsTrunks(rule, trunks) : withoutTrunk(rule, trunks, claimants);
}

function onItsTrunks(rule: DispatchRule, trunks: KnownTrunks): Unreachable<never> | undefined {
  const { trunkIds = [], numbers, inboundNumbers } = rule;
  if (trunkIds.some((id) => trunks.get(id) === undefined && !id.startsWith(TRUNK_ID))) return undefined;
  const listed = trunks.of(rule);
  if (listed.length === 0) return { why: "no-trunk", trunkIds };
  const taking = listed.filter((trunk) => mayTake(trunk, numbers));
  if (taking.length === 0) return { why: "called-numbers", trunks: listed };
  if (!taking.some((trunk) => mayLetIn(trunk, inboundNumbers)))
    return { why: "calling-numbers", trunks: taking };
  if (!numbers?.length) return undefined;
  const takers = numbers.map((number) => trunks.surelyTaking(number));
  const others = takers.flatMap((trunk) =>
    trunk && !trunkIds.includes(trunk.sipTrunkId ?? "") ? [trunk] : [],
  );
  return others.length < numbers.length ? undefined : { why: "other-trunks", trunks: [...new Set(others)] };
}

function withoutTrunk<R extends { readonly rule: DispatchRule }>(
  rule: DispatchRule,
  trunks: KnownTrunks,
  claimants: (claims: DispatchRule) => readonly R[],
): Unreachable<R> | undefined {
  // With a PIN it could still be opened at another rule's prompt.
  if (!rule.numbers?.length || kindOf(rule)?.pin !== "") return undefined;
  const shadows: Shadow<R>[] = [];
  for (const number of new Set(rule.numbers)) {
    const trunk = trunks.surelyTaking(number);
    const shadow = trunk && openRuleFor(number, trunk, rule, claimants);
    if (!shadow) return undefined;
    shadows.push({ number, trunk, rule: shadow });
  }
  return { why: "shadowed", shadows };
}

/** An open rule of the trunk that fits every call to the number that the other rule fits. */
function openRuleFor<R extends { readonly rule: DispatchRule }>(
  number: string,
  trunk: InboundTrunk,
  { inboundNumbers }: DispatchRule,
  claimants: (claims: DispatchRule) => readonly R[],
): R | undefined {
  const base: DispatchRule = { rule: { dispatchRuleDirect: {} }, trunkIds: [trunk.sipTrunkId ?? ""] };
  const callers = inboundNumbers?.length ? [{ inboundNumbers }, {}] : [{}];
  const calls = { numbers: [number], ...(inboundNumbers && { inboundNumbers }) };
  for (const from of callers)
    for (const to of [{ numbers: [number] }, {}]) {
      const shadow = claimants({ ...base, ...from, ...to }).find(
        (other) => kindOf(other.rule)?.pin === "" && coversNumbers(other.rule, calls),
      );
      if (shadow) return shadow;
    }
  return undefined;
}
