import { suggestedFix } from "../../fixes.ts";
import type { Fix } from "../../problem.ts";
import type { Unreachable } from "../../routing/reach/unreachable.ts";
import { unreachableWords } from "../../routing/reach/unreachable-words.ts";
import { inWords, quoted } from "../../text/show.ts";
import { definePictureCheck } from "../check.ts";
import type { PictureRule, RuleInFile } from "../origin.ts";
import { kindPlace, relatedRule, viewOf, type ListName } from "../places.ts";
import type { Picture } from "../picture.ts";
import { addToList } from "../support/add-to-list.ts";
import { whyOutOfReach } from "../support/reach.ts";
import { goesFirst } from "../support/weight.ts";
import { inProject, ruleWords } from "../words.ts";

/** The list that keeps the rule from winning. */
const LISTS: Readonly<Partial<Record<Unreachable<unknown>["why"], ListName>>> = {
  "called-numbers": "numbers",
  "calling-numbers": "inbound_numbers",
  "other-trunks": "trunk_ids",
};

export default definePictureCheck({
  code: "rule-never-wins",
  severity: "warning",
  title: "Rule that no call gets to",
  why: `LiveKit first finds the trunk of a call, then looks at rules that list this trunk, and only if none of them fits
at rules that list no trunk, whatever their numbers. So a rule can be shadowed for good: by the rules of the trunk
that takes its numbers, or because its trunks do not take its numbers at all. Reported only where all inbound trunks
are known and it is certain.`,

  checkRule(rule, picture, report) {
    const found = whyOutOfReach(rule, picture);
    // Of trunks that are not there `missing-trunk` tells, each in its place.
    if (!found || found.why === "no-trunk") return;
    const shadowedBy =
      found.why === "shadowed" ? [...new Set(found.shadows.map((shadow) => shadow.rule))] : [];
    const view = viewOf(rule);
    const list = LISTS[found.why];
    report((list && view.get(list)?.value) ?? kindPlace(view), {
      message: `No call${inProject(picture.project)} gets to this rule: ${unreachableWords(found, (other) => ruleWords(other, rule.file))}`,
      beside: shadowedBy,
      related: shadowedBy.slice(0, 10).map((other) => relatedRule(other, "This rule goes first.", rule.file)),
      fixes: () => listingFixes(found, rule, picture),
    });
  },

  examples: [
    {
      bad: {
        files: {
          "sales.json": `{"dispatch_rule": {"name": "Sales", "numbers": ["+15550100"], "rule": {⟦"dispatchRuleDirect"⟧: {"roomName": "sales"}}}}`,
          "all.json": `{"dispatch_rule": {"trunk_ids": ["ST_8m3KxQv7Rt2Z"], "rule": {"dispatchRuleIndividual": {"roomPrefix": "call-"}}}}`,
        },
        trunks: [{ sipTrunkId: "ST_8m3KxQv7Rt2Z", numbers: ["+15550100"] }],
      },
      fixed: {
        "sales.json": `{"dispatch_rule": {"name": "Sales", "numbers": ["+15550100"], "rule": {"dispatchRuleDirect": {"roomName": "sales"}}, "trunkIds": ["ST_8m3KxQv7Rt2Z"]}}`,
      },
    },
    {
      bad: {
        files: {
          "sales.json": `{"dispatch_rule": {"trunk_ids": ⟦["ST_4nPw9LcYb6Ha"]⟧, "numbers": ["+15550100"], "rule": {"dispatchRuleDirect": {"roomName": "sales"}}}}`,
        },
        trunks: [
          { sipTrunkId: "ST_8m3KxQv7Rt2Z", numbers: ["+15550100"] },
          { sipTrunkId: "ST_4nPw9LcYb6Ha", allowedAddresses: ["192.0.2.0/24"] },
        ],
      },
      fixed: {
        "sales.json": `{"dispatch_rule": {"trunk_ids": ["ST_4nPw9LcYb6Ha", "ST_8m3KxQv7Rt2Z"], "numbers": ["+15550100"], "rule": {"dispatchRuleDirect": {"roomName": "sales"}}}}`,
      },
    },
    {
      bad: {
        files: {
          "sales.json": `{"dispatch_rule": {"trunk_ids": ["ST_8m3KxQv7Rt2Z"], "numbers": ⟦["+15550177"]⟧, "rule": {"dispatchRuleDirect": {"roomName": "sales"}}}}`,
        },
        trunks: [{ sipTrunkId: "ST_8m3KxQv7Rt2Z", name: "Carrier", numbers: ["+15550100"] }],
      },
    },
    {
      good: {
        files: {
          "sales.json": `{"dispatch_rule": {"name": "Sales", "numbers": ["+15550100", "+15550101"], "rule": {"dispatchRuleDirect": {"roomName": "sales"}}}}`,
          "all.json": `{"dispatch_rule": {"trunk_ids": ["ST_8m3KxQv7Rt2Z"], "rule": {"dispatchRuleIndividual": {"roomPrefix": "call-"}}}}`,
        },
        trunks: [{ sipTrunkId: "ST_8m3KxQv7Rt2Z", numbers: ["+15550100"] }],
      },
    },
  ],
});

/** Lists the trunks that take the rule's numbers, where it then wins there and nothing else claims the same. */
function listingFixes(found: Unreachable<PictureRule>, rule: RuleInFile, picture: Picture): Fix[] {
  const shadows = found.why === "shadowed" ? found.shadows : [];
  const trunks = found.why === "other-trunks" ? found.trunks : shadows.map(({ trunk }) => trunk);
  const ids = [...new Set(trunks.map(({ sipTrunkId = "" }) => sipTrunkId))];
  const listing = { ...rule.rule, trunkIds: [...(rule.rule.trunkIds ?? []), ...ids] };
  if (ids.length === 0 || picture.rules.claimants(rule, listing).length > 0) return [];
  if (!shadows.every((shadow) => goesFirst(listing, shadow.rule.rule))) return [];
  const edit = addToList(viewOf(rule), "trunk_ids", ids);
  return edit ? [suggestedFix(`List ${inWords(ids.map(quoted))} in \`trunk_ids\``, edit)] : [];
}
