import { definePictureCheck } from "../check.ts";
import { kindPlace, relatedRule, viewOf } from "../places.ts";
import { whyUnreachable } from "../support/reach.ts";

export default definePictureCheck({
  code: "rule-never-wins",
  severity: "warning",
  title: "Rule that no call gets to",
  why: `LiveKit first finds the trunk of a call, then looks at rules that list this trunk, and only if none of them fits
at rules that list no trunk, whatever their numbers. So a rule can be shadowed for good: by the rules of the trunk
that takes its numbers, or because its trunks do not take its numbers at all. Reported only where all inbound trunks
are known and it is certain.`,

  checkRule(rule, picture, report) {
    const found = whyUnreachable(rule, picture);
    if (!found) return;
    const { reason, list, shadowedBy } = found;
    const view = viewOf(rule);
    report((list && view.get(list)?.value) ?? kindPlace(view), {
      message: `No call gets to this rule: ${reason}`,
      beside: shadowedBy,
      related: shadowedBy.slice(0, 10).map((other) => relatedRule(other, "This rule goes first.", rule.file)),
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
