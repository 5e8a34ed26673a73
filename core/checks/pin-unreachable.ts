import { defineCheck } from "../check.ts";
import { suggestedFix } from "../fixes.ts";
import { quoteString } from "../json/strings.ts";
import { Kind } from "../json/tree.ts";
import { isEnterable, LONGEST_PIN } from "../routing/after/pin-entry.ts";
import { isDigits } from "../text/characters.ts";

export default defineCheck({
  code: "pin-unreachable",
  severity: "warning",
  title: "PIN that no phone can enter",
  why: `A caller types the PIN and ends it with \`#\`. LiveKit hears the digits, \`*\` and the keys a to d in lower
case, sixteen at most, and hangs up after one wrong entry. A PIN with anything else locks everybody out.`,

  fields: ["SIPDispatchRuleDirect.pin", "SIPDispatchRuleIndividual.pin", "SIPDispatchRuleCallee.pin"],
  values: "filled",

  checkField({ value }, report, { tree }) {
    if (tree.kind(value) !== Kind.String) return;
    const start = tree.start(value) + 1;
    const end = tree.closing(value);
    // Most are digits, and are not taken out to be looked at.
    if (end - start <= LONGEST_PIN && isDigits(tree.text, start, end)) return;
    const pin = tree.stringValue(value);
    if (pin === "" || isEnterable(pin)) return;
    report(value, {
      message: `No phone can enter ${quoteString(pin.slice(0, 40))}: a PIN has 1 to 16 of the keys 0-9, * and a-d.`,
      fixes: () => {
        const enterable = pin
          .toLowerCase()
          .replace(/[^0-9*a-d]/g, "")
          .slice(0, 16);
        if (enterable === "") return [];
        const edit = { start: tree.start(value), end: tree.end(value), newText: quoteString(enterable) };
        return [suggestedFix(`Use ${quoteString(enterable)}`, edit)];
      },
    });
  },

  examples: [
    {
      bad: `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "rule": {"dispatchRuleDirect": {"roomName": "safe-room", "pin": ⟦"12#45"⟧}}}`,
      fixed: `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "rule": {"dispatchRuleDirect": {"roomName": "safe-room", "pin": "1245"}}}`,
    },
    {
      good: `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "rule": {"dispatchRuleDirect": {"roomName": "safe-room", "pin": "12345"}}}`,
    },
  ],
});
