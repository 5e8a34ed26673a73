import { defineCheck } from "../check.ts";
import { Kind, NONE } from "../json/tree.ts";
import { valueOf } from "../protocol/fields.ts";
import { fieldNamed } from "../protocol/schema.ts";

const CALLEE = fieldNamed("SIPDispatchRule.dispatch_rule_callee");

export default defineCheck({
  code: "hidden-number-shown",
  severity: "info",
  title: "Room that shows a number although numbers are hidden",
  why: `\`hide_phone_number\` hides the caller: name and room get the last four characters, the identity a hash, and
the attributes lose the numbers. The room of a callee rule still carries the called number, in full.`,

  fields: ["SIPDispatchRuleInfo.hide_phone_number"],
  values: "filled",

  checkField({ value }, report, document) {
    const { tree } = document;
    if (tree.kind(value) !== Kind.True) return;
    const rule = document.ruleOf(value);
    // Twice in a rule it is refused; then the first one is what its author looks at.
    if (rule?.get("hide_phone_number")?.value !== value) return;
    const kind = rule.get("rule");
    if (kind && valueOf(tree, kind.value, CALLEE) !== NONE)
      report(value, "The room of a callee rule still shows the called number; only the caller's is hidden.");
  },

  examples: [
    {
      bad: `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "hide_phone_number": ⟦true⟧, "rule": {"dispatchRuleCallee": {"roomPrefix": "line-"}}}`,
    },
    {
      good: `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "hide_phone_number": true, "rule": {"dispatchRuleIndividual": {"roomPrefix": "call-"}}}`,
    },
  ],
});
