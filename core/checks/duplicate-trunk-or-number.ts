import type { Finding } from "../check.ts";
import { defineCheck } from "../check.ts";
import { rangeOf } from "../document.ts";
import { removeChild, safeFix, suggestedFix } from "../fixes.ts";
import { Kind, type JsonTree, type Node } from "../json/tree.ts";
import { normalizeNumber } from "../protocol/phone-number.ts";
import { quoted } from "../text/show.ts";
import { parentOf } from "../json/parents.ts";
import { isStoredUnchecked } from "./support/stored-unchecked.ts";

export default defineCheck({
  code: "duplicate-trunk-or-number",
  severity: "warning",
  title: "Trunk or number listed twice",
  why: `LiveKit makes one key of each trunk, inbound number and number of a rule and refuses a key that it has seen:
a rule that lists one twice conflicts with itself, and the text then names the new rule. For this it brings numbers
into one form, so \`+1555…\`, \`1555…\` and \`+1 (555)…\` are one. Calls are compared byte for byte: of two spellings
only the one that the carrier sends can match. An update is not always checked, and what gets stored makes calls
fail with an error.`,

  refuses: ["duplicate-trunk-or-number"],
  refused: ({ node, other }, { tree }) => (other === undefined ? undefined : finding(tree, node, other)),

  fields: [
    "SIPDispatchRuleInfo.trunk_ids",
    "SIPDispatchRuleInfo.inbound_numbers",
    "SIPDispatchRuleInfo.numbers",
  ],
  values: "filled",

  checkField({ field, value }, report, document) {
    const { tree } = document;
    if (tree.kind(value) !== Kind.Array || tree.next(value) - value < 3) return;
    if (!isStoredUnchecked(document)) return;
    const seen = new Map<string, Node>();
    for (const item of tree.children(value)) {
      if (tree.kind(item) !== Kind.String) continue;
      const text = tree.stringValue(item);
      const key = field.name === "trunk_ids" ? text : normalizeNumber(text);
      const other = seen.get(key);
      if (other === undefined) seen.set(key, item);
      else report(item, finding(tree, item, other));
    }
  },

  examples: [
    {
      bad: `{"dispatch_rule": {"trunk_ids": ["ST_8hXkQm2vTz4a", ⟦"ST_8hXkQm2vTz4a"⟧], "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}}`,
      fixed: `{"dispatch_rule": {"trunk_ids": ["ST_8hXkQm2vTz4a"], "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}}`,
    },
    {
      bad: `{"numbers": ["+15551234", ⟦"15551234"⟧], "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
      fixed: `{"numbers": ["+15551234"], "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
    },
    {
      bad: `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "numbers": ["+15551234", ⟦"+15551234"⟧], "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
      fixed: `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "numbers": ["+15551234"], "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
    },
    {
      good: `{"trunk_ids": ["ST_8hXkQm2vTz4a", "ST_2wJBTJUKPx68"], "numbers": ["+15551234"], "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
    },
  ],
});

function finding(tree: JsonTree, item: Node, other: Node): Finding {
  const text = tree.stringValue(item);
  const first = tree.stringValue(other);
  const isSame = text === first;
  return {
    message: isSame
      ? `${quoted(text)} is listed twice: the rule conflicts with itself.`
      : `${quoted(text)} and ${quoted(first)} are one number for LiveKit's conflict check: the rule conflicts with itself. Keep the spelling that the carrier sends.`,
    related: [{ ...rangeOf(tree, other), message: "The first one." }],
    fixes: () => {
      const list = parentOf(tree, item);
      if (isSame) return [safeFix("Remove the second one", removeChild(tree, list, item))];
      return [
        suggestedFix(`Keep ${quoted(first)}`, removeChild(tree, list, item)),
        suggestedFix(`Keep ${quoted(text)}`, removeChild(tree, list, other)),
      ];
    },
  };
}
