import { defineCheck } from "../check.ts";
import { suggestedFix } from "../fixes.ts";
import { quoteString } from "../json/strings.ts";
import { Kind, type JsonTree, type Node } from "../json/tree.ts";
import { isDigits } from "../text/characters.ts";

export default defineCheck({
  code: "number-format",
  severity: "warning",
  title: "Number that no call has",
  why: `A rule's numbers are compared with the user part of the SIP To (\`numbers\`) or From (\`inbound_numbers\`)
header byte for byte: LiveKit normalises the numbers of trunks, not those of rules. Carriers send no spaces, dashes
or brackets, and there are no patterns.`,

  fields: ["SIPDispatchRuleInfo.numbers", "SIPDispatchRuleInfo.inbound_numbers"],
  values: "filled",

  checkField({ value }, report, { tree }) {
    if (tree.kind(value) !== Kind.Array) return;
    const end = tree.next(value);
    for (let item = value + 1; item < end; item = tree.next(item)) {
      if (tree.kind(item) !== Kind.String) continue;
      if (isPlainNumber(tree, item)) continue;
      const number = tree.stringValue(item);
      const shown = quoteString(number.slice(0, 60));
      const replace = (newText: string) => () => [
        suggestedFix(`Use ${quoteString(newText)}`, {
          start: tree.start(item),
          end: tree.end(item),
          newText: quoteString(newText),
        }),
      ];
      if (/^\+?[\d\-() ]+$/.test(number) && /[-() ]/.test(number) && /\d/.test(number))
        report(item, {
          message: `${shown} is compared byte for byte, so the spaces, dashes and brackets match no call.`,
          fixes: replace(number.replace(/[-() ]/g, "")),
        });
      else if (/^(?:sips?|tel):/i.test(number))
        report(item, {
          message: `${shown} is a URI; LiveKit compares only its user part, the number itself.`,
          fixes: replace(number.replace(/^(?:sips?|tel):/i, "").replace(/[@;?].*$/, "")),
        });
      else if (/[*?^$[\]\\|]|\.\*|x{3,}/i.test(number))
        report(
          item,
          `${shown} is no pattern to LiveKit: it matches only a call with exactly these characters.`,
        );
    }
  },

  examples: [
    {
      bad: `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "numbers": [⟦"+1 (555) 010-0100"⟧, "+15550101"], "rule": {"dispatchRuleDirect": {"roomName": "lobby"}}}`,
      fixed: `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "numbers": ["+15550100100", "+15550101"], "rule": {"dispatchRuleDirect": {"roomName": "lobby"}}}`,
    },
    {
      bad: `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "inbound_numbers": [⟦"+1555*"⟧], "rule": {"dispatchRuleDirect": {"roomName": "lobby"}}}`,
    },
    {
      good: `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "numbers": ["15550100", "+15550101", "anonymous"], "rule": {"dispatchRuleDirect": {"roomName": "lobby"}}}`,
    },
  ],
});

/** Digits, with or without a `+` in front. */
function isPlainNumber(tree: JsonTree, item: Node): boolean {
  const { text } = tree;
  const end = tree.closing(item);
  const start = tree.start(item) + 1;
  const first = text.charCodeAt(start) === 0x2b ? start + 1 : start;
  return first < end && isDigits(text, first, end);
}
