import { defineCheck } from "../check.ts";
import { Kind } from "../json/tree.ts";

export default defineCheck({
  code: "hidden-number-shown",
  severity: "info",
  title: "Room that shows a number although numbers are hidden",
  why: `\`hide_phone_number\` hides the caller: name and room get the last four characters, the identity a hash, and
the attributes lose the numbers. The room of a callee rule still carries the called number, in full.`,

  fields: ["SIPDispatchRule.dispatch_rule_callee"],

  checkField({ key }, report, document) {
    const hide = document.ruleOf(key)?.get("hide_phone_number");
    if (hide && document.tree.kind(hide.value) === Kind.True)
      report(
        hide.value,
        "The room of a callee rule still shows the called number; only the caller's is hidden.",
      );
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
