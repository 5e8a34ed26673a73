import { defineCheck } from "../check.ts";
import { suggestedFix } from "../fixes.ts";
import { quoteString } from "../json/strings.ts";
import { Flag, Kind } from "../json/tree.ts";

export default defineCheck({
  code: "metadata-not-json",
  severity: "warning",
  title: "Rule metadata that is plain text",
  why: `A rule's metadata becomes the metadata of every participant that the rule lets in. LiveKit takes any string;
by convention it holds JSON, and front ends and agents parse it. Turn this check off if yours expect plain text.
The metadata of agents and rooms is often plain text and is left alone.`,

  fields: ["SIPDispatchRuleInfo.metadata"],
  values: "filled",

  checkField({ value }, report, { tree }) {
    if (tree.kind(value) !== Kind.String || tree.has(value, Flag.Broken)) return;
    // What begins like JSON is the matter of `metadata-broken-json`.
    const first = tree.text.charCodeAt(tree.start(value) + 1);
    if (first === 0x7b || first === 0x5b) return;
    const text = tree.stringValue(value);
    // Nothing at all is the default.
    if (text.trim() === "" || /^\s*[{[]/.test(text) || isJson(text)) return;
    report(value, {
      message: "The rule's metadata is plain text; readers usually expect JSON in this string.",
      fixes: () => [
        suggestedFix("Put the text into a JSON object", {
          start: tree.start(value),
          end: tree.end(value),
          newText: quoteString(JSON.stringify({ text })),
        }),
      ],
    });
  },

  examples: [
    {
      bad: `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "metadata": ⟦"support line"⟧, "rule": {"dispatchRuleDirect": {"roomName": "lobby"}}}`,
      fixed: `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "metadata": "{\\"text\\":\\"support line\\"}", "rule": {"dispatchRuleDirect": {"roomName": "lobby"}}}`,
    },
    {
      good: `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "metadata": "", "rule": {"dispatchRuleDirect": {"roomName": "lobby"}}}`,
    },
  ],
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
