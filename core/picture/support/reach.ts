/**
 * Whether any call can get to a rule. LiveKit's check for conflicts keeps a rule from hiding another one on the same
 * trunk, PIN and numbers, so that only this is left: what the trunks say, and rules of a trunk that go before rules
 * of none. Only what is certain counts.
 */
import { trunkName } from "../../routing/reasons/names.ts";
import { kindOf } from "../../routing/rule/rule-kind.ts";
import type { DispatchRule, InboundTrunk } from "../../routing/types.ts";
import { inWords, quoted } from "../../text/show.ts";
import type { PictureRule, RuleInFile } from "../origin.ts";
import type { ListName } from "../places.ts";
import type { Picture } from "../picture.ts";
import { mayLetIn, mayTake, type Trunks } from "../trunks.ts";
import { coversNumbers } from "./overlap.ts";

export interface Unreachable {
  /** A sentence that goes on after "No call gets to this rule: ". */
  readonly reason: string;
  /** The list that keeps it from winning; absent where other rules do. */
  readonly list?: ListName;
  /** The rules that go first instead. */
  readonly shadowedBy: readonly PictureRule[];
}

const TRUNK_ID = /^ST_[A-Za-z0-9]{12}$/;
const MOST_NAMED = 3;

/** @returns `undefined` where some call may get to it, or where it is not known */
export function whyUnreachable(rule: RuleInFile, picture: Picture): Unreachable | undefined {
  const trunks = picture.allTrunks;
  if (!trunks || !kindOf(rule.rule)) return undefined;
  return rule.rule.trunkIds?.length ? onItsTrunks(rule.rule, trunks) : withoutTrunk(rule, picture, trunks);
}

function onItsTrunks(rule: DispatchRule, trunks: Trunks): Unreachable | undefined {
  const { trunkIds = [], numbers, inboundNumbers } = rule;
  // Of an id that is no trunk's, such as that of a number of LiveKit Cloud, nothing is known.
  if (trunkIds.some((id) => trunks.get(id) === undefined && !TRUNK_ID.test(id))) return undefined;
  const listed = trunks.of(rule);
  if (listed.length === 0) return undefined;
  if (!listed.some((trunk) => mayTake(trunk, numbers)))
    return {
      reason: `none of its \`numbers\` is one of ${trunkWords(listed)}.`,
      list: "numbers",
      shadowedBy: [],
    };
  if (!listed.some((trunk) => mayTake(trunk, numbers) && mayLetIn(trunk, inboundNumbers)))
    return {
      reason: `${trunkWords(listed)} ${listed.length > 1 ? "let" : "lets"} in none of its \`inbound_numbers\`.`,
      list: "inbound_numbers",
      shadowedBy: [],
    };
  if (!numbers?.length) return undefined;
  const takers = numbers.map((number) => trunks.surelyTaking(number));
  const others = takers.flatMap((trunk) =>
    trunk && !trunkIds.includes(trunk.sipTrunkId ?? "") ? [trunk] : [],
  );
  if (others.length < numbers.length) return undefined;
  return {
    reason: `calls to its \`numbers\` come in on ${trunkWords([...new Set(others)])}, which it does not list.`,
    list: "trunk_ids",
    shadowedBy: [],
  };
}

function withoutTrunk(rule: RuleInFile, picture: Picture, trunks: Trunks): Unreachable | undefined {
  const { numbers } = rule.rule;
  // With a PIN it could still be opened at another rule's prompt.
  if (!numbers?.length || kindOf(rule.rule)?.pin !== "") return undefined;
  const reasons: string[] = [];
  const shadowedBy = new Set<PictureRule>();
  for (const number of new Set(numbers)) {
    const trunk = trunks.surelyTaking(number);
    const shadow = trunk && openRuleFor(number, trunk, rule, picture);
    if (!shadow) return undefined;
    shadowedBy.add(shadow);
    reasons.push(`a call to ${quoted(number)} comes in on ${trunkName(trunk)}`);
  }
  const rest = reasons.length - MOST_NAMED;
  const shown = inWords([...reasons.slice(0, MOST_NAMED), ...(rest > 0 ? [`so with ${rest} more`] : [])]);
  return {
    reason: `it lists no trunk; ${shown}, where a rule of that trunk goes first.`,
    shadowedBy: [...shadowedBy],
  };
}

/** An open rule of the trunk that fits every call to the number that the other rule fits. */
function openRuleFor(
  number: string,
  trunk: InboundTrunk,
  rule: RuleInFile,
  picture: Picture,
): PictureRule | undefined {
  const { inboundNumbers } = rule.rule;
  const base: DispatchRule = { rule: { dispatchRuleDirect: {} }, trunkIds: [trunk.sipTrunkId ?? ""] };
  const callers = inboundNumbers?.length ? [{ inboundNumbers }, {}] : [{}];
  const calls = { numbers: [number], ...(inboundNumbers && { inboundNumbers }) };
  for (const from of callers)
    for (const to of [{ numbers: [number] }, {}]) {
      const found = picture.claimants(rule, { ...base, ...from, ...to });
      const shadow = found.find(
        (other) => kindOf(other.rule)?.pin === "" && coversNumbers(other.rule, calls),
      );
      if (shadow) return shadow;
    }
  return undefined;
}

function trunkWords(trunks: readonly InboundTrunk[]): string {
  const rest = trunks.length - MOST_NAMED;
  return inWords([...trunks.slice(0, MOST_NAMED).map(trunkName), ...(rest > 0 ? [`${rest} more`] : [])]);
}
