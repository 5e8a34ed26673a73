import { defineCheck } from "../check.ts";
import { Kind } from "../json/tree.ts";

export default defineCheck({
  code: "pin-too-long",
  severity: "warning",
  title: "PIN longer than the prompt remembers",
  why: `While the prompt plays (about 2.5 seconds) LiveKit keeps only ten key presses. Whoever types a longer PIN at
once loses the rest with its \`#\` and hears nothing any more: there is neither a time-out nor a second prompt.`,

  fields: ["SIPDispatchRuleDirect.pin", "SIPDispatchRuleIndividual.pin", "SIPDispatchRuleCallee.pin"],
  values: "filled",
  longerThan: 11,

  checkField({ value }, report, { tree }) {
    if (tree.kind(value) !== Kind.String) return;
    const length = tree.stringValue(value).length;
    if (length <= 10 || length > 16) return;
    report(
      value,
      `A caller who types these ${length} keys during the prompt gets stuck: only ten are kept. Use ten at most.`,
    );
  },

  examples: [
    {
      bad: `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "rule": {"dispatchRuleDirect": {"roomName": "safe-room", "pin": ⟦"123456789012"⟧}}}`,
    },
    {
      good: `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "rule": {"dispatchRuleDirect": {"roomName": "safe-room", "pin": "482913"}}}`,
    },
  ],
});
