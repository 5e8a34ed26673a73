/** Rules that claim the same: what exactly they share, what LiveKit would say, and whether it would look at all. */
import { conflictText } from "../../protocol/self-conflict.ts";
import { removeChild, suggestedFix } from "../../fixes.ts";
import type { Node } from "../../json/tree.ts";
import type { Fix } from "../../problem.ts";
import { numberKey } from "../../routing/number-key.ts";
import { claimKeys, claimsOf, type Claim } from "../../routing/rule/claims.ts";
import { kindOf } from "../../routing/rule/rule-kind.ts";
import type { DispatchRule } from "../../routing/types.ts";
import type { RuleView } from "../../rules/rule-view.ts";
import { quoted } from "../../text/show.ts";
import type { PictureRule, RuleInFile } from "../origin.ts";
import { compareRules } from "../order.ts";
import type { Picture } from "../picture.ts";
import { kindPlace, pinPlace, type ListName } from "../places.ts";

/** What two rules both claim, in the order of the first one. */
export function sharedClaims(rule: DispatchRule, other: DispatchRule): readonly Claim[] {
  const keys = new Set(claimKeys(other));
  const own = claimKeys(rule);
  return [...claimsOf(rule)].filter((_, index) => keys.has(own[index]!));
}

/**
 * Whether LiveKit would store the rule without holding it against the others: an update that moves a rule away from
 * all its trunks (livekit/livekit, pkg/service/sip.go, `UpdateSIPDispatchRule`).
 */
export function isStoredUnchecked(rule: RuleInFile, picture: Picture): boolean {
  const old = picture.rules.deployedOf(rule);
  const trunkIds = rule.rule.trunkIds ?? [];
  const oldIds = old?.rule.trunkIds ?? [];
  if (!old || trunkIds.length === 0 || oldIds.length === 0) return false;
  return !oldIds.some((id) => trunkIds.includes(id));
}

/** What LiveKit answers to whoever writes the later one of them. @param others that conflict with the rule */
export function livekitAnswer(rule: RuleInFile, others: readonly PictureRule[], picture: Picture): string {
  const text = ({ rule: { sipDispatchRuleId: id = "", name = "" } }: PictureRule): string =>
    conflictText(id, name);
  const isNew = (one: PictureRule): boolean => idOf(one) === "" && !isUpdate(one, picture);
  if (!isNew(rule)) {
    // Stored rules are gone through by id: the first one that says what an earlier one has said ends it.
    const earlier = others.filter(
      (other) => compareRules(asStored(other, picture), asStored(rule, picture)) < 0,
    );
    const [first] = earlier;
    return text(first ?? rule);
  }
  // A new rule has the second place, behind the first stored one.
  const firstStored = firstStoredRule(picture);
  if (firstStored && others.includes(firstStored)) return text(firstStored);
  const isFirst = others.every((other) => compareRules(other, rule) > 0);
  if (firstStored || isFirst) return text(rule);
  return text([...others].sort(compareRules)[0] ?? rule);
}

function isUpdate(one: PictureRule, picture: Picture): boolean {
  return one.origin === "file" && picture.rules.deployedOf(one) !== undefined;
}

/** With the id under which it is stored, if it is. */
function asStored(one: PictureRule, picture: Picture): PictureRule {
  return one.origin === "file" ? (picture.rules.deployedOf(one) ?? one) : one;
}

function idOf({ rule }: PictureRule): string {
  return rule.sipDispatchRuleId ?? "";
}

function firstStoredRule(picture: Picture): PictureRule | undefined {
  return picture.memory.of("first-stored", () => {
    let first: PictureRule | undefined;
    for (const rule of picture.rules.all())
      if (idOf(rule) !== "" && (!first || compareRules(rule, first) < 0)) first = rule;
    return first;
  });
}

/** The entry that shows best what is claimed twice: a number, a trunk, the PIN, or else the rule as a whole. */
export function claimPlace(view: RuleView, claim: Claim): Node {
  const number = (list: ListName, key: string): Node | undefined =>
    key === "" ? undefined : view.strings(list).find(({ value }) => numberKey(value) === key)?.node;
  return (
    number("numbers", claim.number) ??
    number("inbound_numbers", claim.inboundNumber) ??
    view.strings("trunk_ids").find(({ value }) => value === claim.trunkId)?.node ??
    (claim.pin === "" ? kindPlace(view) : pinPlace(view))
  );
}

/** What is claimed twice, in words; not the PIN itself. */
export function claimWords({ pin, trunkId, inboundNumber, number }: Claim): string {
  const parts = [
    trunkId === "" ? "every trunk" : `trunk ${quoted(trunkId)}`,
    ...(number === "" ? [] : [`calls to ${quoted(number)}`]),
    ...(inboundNumber === "" ? [] : [`calls from ${quoted(inboundNumber)}`]),
    pin === "" ? "without a PIN" : "with the same PIN",
  ];
  return parts.join(", ");
}

/** Takes out of the rule the one entry that all of the shared claims have, where others are left. */
export function releasingFixes(
  view: RuleView,
  rule: DispatchRule,
  others: readonly PictureRule[],
): readonly Fix[] {
  const claims = others.flatMap((other) => sharedClaims(rule, other.rule));
  const lists = [
    ["numbers", "number"],
    ["inbound_numbers", "inboundNumber"],
    ["trunk_ids", "trunkId"],
  ] as const;
  return lists.flatMap(([list, part]) => {
    const shared = new Set(claims.map((claim) => claim[part]));
    const items = view.strings(list);
    const [entry] = shared;
    const item = items.find(({ value }) => (list === "trunk_ids" ? value : numberKey(value)) === entry);
    const member = view.get(list);
    if (shared.size !== 1 || !item || !member || items.length < 2) return [];
    return [
      suggestedFix(
        `Remove ${quoted(item.value)} from \`${list}\``,
        removeChild(view.tree, member.value, item.node),
      ),
    ];
  });
}

export function hasKind(rule: DispatchRule): boolean {
  return kindOf(rule) !== undefined;
}
