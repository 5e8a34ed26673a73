import { suggestedFix } from "../../fixes.ts";
import type { Fix } from "../../problem.ts";
import { comparePriority } from "../../routing/rule/priority.ts";
import { kindOf } from "../../routing/rule/rule-kind.ts";
import type { InboundTrunk } from "../../routing/types.ts";
import { quoted } from "../../text/show.ts";
import { definePictureCheck } from "../check.ts";
import type { PictureRule, RuleInFile } from "../origin.ts";
import { itemPlace, kindPlace, relatedRule, viewOf } from "../places.ts";
import type { Picture } from "../picture.ts";
import { addToList } from "../support/add-to-list.ts";
import { ON_SOME_TRUNK, onTrunk } from "../rule-index.ts";
import { mayShareCalls } from "../support/overlap.ts";
import { whyOutOfReach } from "../support/reach.ts";
import { isOnTrunk, listCount } from "../support/weight.ts";
import { ruleWords, trunkWords } from "../words.ts";

export default definePictureCheck({
  code: "wildcard-beside-trunk-rules",
  severity: "info",
  title: "Rule without a trunk beside rules of trunks",
  why: `A rule that lists no trunk is a wildcard: it takes calls on every trunk, and those that no trunk takes, for which
nobody has checked a password or an address (scanners dial all the time, and each such call starts an agent). But
wherever a rule lists the trunk of the call and fits, that one goes first, *whatever their numbers*.`,

  checkRule(rule, picture, report) {
    if (isOnTrunk(rule.rule) || !kindOf(rule.rule)) return;
    const beaten = beatenOnTrunk(rule, picture);
    if (beaten) {
      const { other, number, place } = beaten;
      report(place, {
        message: `Calls to ${quoted(number)} come in on ${trunkWords(beaten.trunk, picture)}, where ${ruleWords(other, rule.file)} goes first although this rule is the more special one: it lists no trunk. To win there it has to list the trunk, and then it is for that trunk alone.`,
        severity: "warning",
        beside: [other],
        related: [relatedRule(other, "This rule lists the trunk, and so goes first.", rule.file)],
        fixes: () => listingFixes(rule, beaten.trunk, picture),
      });
      return;
    }
    if (listCount(rule.rule) > 0 || kindOf(rule.rule)?.pin !== "") return;
    if (!picture.rules.hasOthers(rule, ON_SOME_TRUNK)) return;
    const others = picture.rules.others(rule, ON_SOME_TRUNK);
    report(kindPlace(viewOf(rule)), {
      message:
        "This rule lists no trunk: it also takes calls that no trunk takes, and of the others what the rules of their trunk leave over. If that is not meant, list its trunks.",
      beside: others,
      related: others
        .slice(0, 3)
        .map((other) => relatedRule(other, "This rule lists its trunks, and goes first there.", rule.file)),
    });
  },

  examples: [
    {
      bad: {
        files: {
          "rest.json": `{"dispatch_rule": {"rule": {⟦"dispatchRuleIndividual"⟧: {"roomPrefix": "call-"}}}}`,
          "sales.json": `{"dispatch_rule": {"trunk_ids": ["ST_8m3KxQv7Rt2Z"], "rule": {"dispatchRuleDirect": {"roomName": "sales"}}}}`,
        },
      },
    },
    {
      bad: {
        files: {
          "vip.json": `{"dispatch_rule": {"numbers": [⟦"+15550100"⟧, "+15550177"], "rule": {"dispatchRuleDirect": {"roomName": "vip"}}}}`,
          "sales.json": `{"dispatch_rule": {"trunk_ids": ["ST_8m3KxQv7Rt2Z"], "rule": {"dispatchRuleDirect": {"roomName": "sales"}}}}`,
        },
        trunks: [{ sipTrunkId: "ST_8m3KxQv7Rt2Z", numbers: ["+15550100"] }],
      },
      fixed: {
        "vip.json": `{"dispatch_rule": {"numbers": ["+15550100", "+15550177"], "rule": {"dispatchRuleDirect": {"roomName": "vip"}}, "trunkIds": ["ST_8m3KxQv7Rt2Z"]}}`,
      },
    },
    {
      good: {
        files: {
          "rest.json": `{"dispatch_rule": {"rule": {"dispatchRuleIndividual": {"roomPrefix": "call-"}}}}`,
          "night.json": `{"dispatch_rule": {"numbers": ["+15550177"], "rule": {"dispatchRuleDirect": {"roomName": "night"}}}}`,
        },
      },
    },
  ],
});

/** A rule of the trunk that takes one of the numbers and weighs less, but goes first all the same. */
function beatenOnTrunk(rule: RuleInFile, picture: Picture) {
  const { trunks } = picture;
  if (!trunks || whyOutOfReach(rule, picture)) return undefined;
  for (const number of new Set(rule.rule.numbers))
    for (const { trunk } of trunks.having(number, rule.rule)) {
      const calls = { ...rule.rule, numbers: [number] };
      const isBetter = (other: PictureRule): boolean =>
        kindOf(other.rule)?.pin === "" &&
        comparePriority(rule.rule, other.rule) < 0 &&
        mayShareCalls(calls, other.rule, picture);
      const other = picture.rules.others(rule, onTrunk(trunk.sipTrunkId ?? "")).find(isBetter);
      const place = other && itemPlace(viewOf(rule), "numbers", number);
      if (other && place !== undefined) return { other, number, trunk, place };
    }
  return undefined;
}

/** Nothing where another rule of the trunk claims the same. */
function listingFixes(rule: RuleInFile, { sipTrunkId: id = "" }: InboundTrunk, picture: Picture): Fix[] {
  const isTaken = picture.rules.claimants(rule, { ...rule.rule, trunkIds: [id] }).length > 0;
  const edit = isTaken ? undefined : addToList(viewOf(rule), "trunk_ids", [id]);
  return edit ? [suggestedFix(`List ${quoted(id)} in \`trunk_ids\``, edit)] : [];
}
