import { defineCheck, type Report } from "../check.ts";
import { safeFix } from "../fixes.ts";
import { quoteString } from "../json/strings.ts";
import { Flag, Kind, type JsonTree, type Node } from "../json/tree.ts";
import { codePoint, lookAlikesIn } from "../text/look-alikes.ts";

export default defineCheck({
  code: "look-alike-character",
  severity: "warning",
  title: "Character that only looks like another",
  why: `LiveKit compares names and numbers byte for byte. A non-breaking hyphen, a Cyrillic letter or an invisible
character from a web page or a word processor looks right and matches nothing.`,

  fields: [
    "SIPDispatchRuleDirect.room_name",
    "SIPDispatchRuleDirect.pin",
    "SIPDispatchRuleIndividual.room_prefix",
    "SIPDispatchRuleIndividual.pin",
    "SIPDispatchRuleCallee.room_prefix",
    "SIPDispatchRuleCallee.pin",
    "SIPDispatchRuleInfo.trunk_ids",
    "SIPDispatchRuleInfo.numbers",
    "SIPDispatchRuleInfo.inbound_numbers",
    "SIPDispatchRuleInfo.room_preset",
    "SIPDispatchRuleInfo.attributes",
    "RoomAgentDispatch.agent_name",
  ],
  values: "foreign",

  checkField({ value }, report, { tree }) {
    // In most lists and maps there is nothing but ASCII, also where the document has something else.
    if (!tree.isPlain(value)) lookAt(tree, value, report);
  },

  examples: [
    {
      bad: `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "rule": {"dispatchRuleIndividual": {"roomPrefix": ⟦"inbound\u2011"⟧}}}`,
      fixed: `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "rule": {"dispatchRuleIndividual": {"roomPrefix": "inbound-"}}}`,
    },
    {
      good: `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "rule": {"dispatchRuleIndividual": {"roomPrefix": "приём-"}}}`,
    },
  ],
});

/** Looks at a string, at the strings of a list, or at the names of a map, whose texts nobody compares. */
function lookAt(tree: JsonTree, value: Node, report: Report): void {
  const kind = tree.kind(value);
  if (kind === Kind.String) lookAtString(tree, value, report);
  for (const child of tree.children(value))
    if (kind === Kind.Object || tree.kind(child) === Kind.String) lookAtString(tree, child, report);
}

function lookAtString(tree: JsonTree, node: Node, report: Report): void {
  if (tree.has(node, Flag.Broken)) return;
  const text = tree.stringValue(node);
  const found = lookAlikesIn(text);
  const [first, ...others] = found;
  if (!first) return;
  const what = first.looksLike === "" ? "cannot be seen" : `is no "${first.looksLike}"`;
  const more = others.length > 0 ? ` (and ${others.length} more)` : "";
  const plain = found.reduceRight(
    (fixed, { index, character, looksLike }) =>
      fixed.slice(0, index) + looksLike + fixed.slice(index + character.length),
    text,
  );
  report(node, {
    message: `${codePoint(first.character)} at character ${first.index + 1}${more} ${what}; LiveKit compares byte for byte.`,
    fixes: [
      safeFix(`Use ${quoteString(plain)}`, {
        start: tree.start(node),
        end: tree.end(node),
        newText: quoteString(plain),
      }),
    ],
  });
}
