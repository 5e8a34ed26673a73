import { defineCheck } from "../check.ts";
import { rangeOf } from "../document.ts";
import { removeChild, suggestedFix } from "../fixes.ts";
import { mayShareString } from "../json/common-strings.ts";
import { Kind } from "../json/tree.ts";
import { quoted } from "../text/show.ts";
import { parentOf } from "../json/parents.ts";

// Both lists must hold their number, byte for byte: `MatchDispatchRuleIter` (livekit/protocol, sip/sip.go).
export default defineCheck({
  code: "caller-is-called",
  severity: "warning",
  title: "Number listed as caller and as called",
  why: `\`inbound_numbers\` are the numbers that call, \`numbers\` those that are called, and a rule takes a call only
where both fit. A number in both lists fits only a call from that number to itself. Mostly one's own number was put
into \`inbound_numbers\` because calls "come in" on it, and then the rule takes none of them.`,

  fields: ["SIPDispatchRuleInfo.inbound_numbers"],
  values: "filled",

  checkField({ value }, report, document) {
    const { tree } = document;
    const rule = document.ruleOf(value);
    const numbers = rule?.get("numbers");
    if (!rule || !numbers || !mayShareString(tree, value, numbers.value)) return;
    const byNumber = new Map(rule.strings("numbers").map((each) => [each.value, each.node]));
    for (const caller of tree.children(value)) {
      const same = tree.kind(caller) === Kind.String ? byNumber.get(tree.stringValue(caller)) : undefined;
      if (same === undefined) continue;
      report(caller, {
        message: `${quoted(tree.stringValue(caller))} is here as the number that calls and in numbers as the one that is called: only a call from it to itself would fit.`,
        related: [{ ...rangeOf(tree, same), message: "Here it is the called number." }],
        fixes: () => [
          suggestedFix("Remove it from inbound_numbers", removeChild(tree, value, caller)),
          suggestedFix("Remove it from numbers", removeChild(tree, parentOf(tree, same), same)),
        ],
      });
    }
  },

  examples: [
    {
      bad: `{"dispatch_rule": {"inbound_numbers": [⟦"+15550100"⟧], "numbers": ["+15550100"], "rule": {"dispatchRuleDirect": {"roomName": "lobby"}}}}`,
      fixed: `{"dispatch_rule": {"inbound_numbers": [], "numbers": ["+15550100"], "rule": {"dispatchRuleDirect": {"roomName": "lobby"}}}}`,
    },
    {
      bad: `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "inbound_numbers": ["+15550199", ⟦"+15550100"⟧], "numbers": ["+15550100"], "rule": {"dispatchRuleDirect": {"roomName": "lobby"}}}`,
      fixed: `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "inbound_numbers": ["+15550199"], "numbers": ["+15550100"], "rule": {"dispatchRuleDirect": {"roomName": "lobby"}}}`,
    },
    {
      good: `{"dispatch_rule": {"inbound_numbers": ["+15550199"], "numbers": ["+15550100"], "rule": {"dispatchRuleDirect": {"roomName": "lobby"}}}}`,
    },
  ],
});
