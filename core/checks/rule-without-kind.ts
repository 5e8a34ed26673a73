import { defineCheck } from "../check.ts";
import { Kind, type JsonTree, type Node } from "../json/tree.ts";
import { addKind } from "./support/first-rule.ts";
import { isStoredUnchecked } from "./support/stored-unchecked.ts";
import { standInFor } from "./support/unknown-field.ts";

const MESSAGE =
  "`rule` holds no kind. It needs one of `dispatch_rule_direct`, `dispatch_rule_individual` and `dispatch_rule_callee`.";

export default defineCheck({
  code: "rule-without-kind",
  severity: "warning",
  title: "Rule without a kind",
  why: `\`rule\` holds one kind: all callers in one room, a room for each caller, or a room for each called number.
\`lk\` sends an empty one, and the server answers \`unsupported SIP Dispatch Rule: <nil>\`. An update can get it past
the server; then every call that reads this rule ends with an error, also a call of another rule.`,

  refuses: ["rule-without-kind"],
  refused(refusal, document) {
    const { tree } = document;
    const { node } = refusal;
    // What was meant as the kind is misspelt or stands elsewhere: that is said there.
    if (tree.kind(node) !== Kind.Object || standInFor(document, refusal)) return undefined;
    return { message: MESSAGE, fixes: () => addKind(tree, node) };
  },

  fields: ["SIPDispatchRuleInfo.rule"],
  values: "hollow",
  checkField({ value }, report, document) {
    const { tree } = document;
    if (tree.kind(value) !== Kind.Object || hasMember(tree, value)) return;
    if (!isStoredUnchecked(document)) return;
    report(value, { message: MESSAGE, fixes: () => addKind(tree, value) });
  },

  examples: [
    {
      bad: `{"dispatch_rule": {"rule": ⟦{}⟧}}`,
      fixed: `{"dispatch_rule": {"rule": {"dispatchRuleIndividual": {"roomPrefix": "call-"}}}}`,
    },
    {
      bad: `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "rule": ⟦{"dispatch_rule_direct": null}⟧}`,
      fixed: `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "rule": {"dispatch_rule_direct": null, "dispatch_rule_individual": {"room_prefix": "call-"}}}`,
    },
    { good: `{"dispatch_rule": {"rule": {"dispatchRuleIndividual": {}}}}` },
  ],
});

/** Whether anything stands there that is not null; what is unknown is said as such. */
function hasMember(tree: JsonTree, object: Node): boolean {
  const end = tree.next(object);
  for (let key = object + 1; key < end; key = tree.nextKey(key))
    if (tree.kind(key + 1) !== Kind.Null) return true;
  return false;
}
