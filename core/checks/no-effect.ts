import { defineCheck } from "../check.ts";
import { removeChild, suggestedFix } from "../fixes.ts";
import { isFilledText } from "../protocol/fields.ts";
import { fieldNamed } from "../protocol/schema.ts";
import { Kind, type JsonTree, type Node } from "../json/tree.ts";
import { parentOf } from "../json/parents.ts";

/** Whether a value of this field changes nothing, and why (routing: what LiveKit does with a call). */
const WITHOUT_EFFECT: Readonly<Record<string, (tree: JsonTree, value: Node) => string | undefined>> = {
  "RoomConfiguration.name": (tree, value) =>
    isFilledText(tree, value)
      ? "LiveKit ignores the name in a rule's room_config; the rule's kind names the room."
      : undefined,
  "SIPDispatchRuleInfo.krisp_enabled": (tree, value) =>
    tree.kind(value) === Kind.False
      ? "false switches nothing off: Krisp is on when the trunk or the rule turns it on."
      : undefined,
  "SIPMediaConfig.encryption": (tree, value) =>
    tree.kind(value) === Kind.String && tree.stringValue(value) === "SIP_MEDIA_ENCRYPT_DISABLE"
      ? "DISABLE counts as unset here: it does not switch off the encryption that the trunk asks for."
      : undefined,
  "SIPMediaConfig.only_listed_codecs": (tree, value) =>
    tree.kind(value) === Kind.True && !hasItems(tree, parentOf(tree, value), /^codecs$/)
      ? "Without codecs in the list LiveKit ignores only_listed_codecs."
      : undefined,
};

const BY_FIELD = new Map(Object.entries(WITHOUT_EFFECT).map(([path, say]) => [fieldNamed(path), say]));

export default defineCheck({
  code: "no-effect",
  severity: "hint",
  title: "Value that changes nothing",
  why: `LiveKit accepts the value and goes on as if it were not there: the name in \`room_config\`, \`krisp_enabled: false\`
(the trunk's setting stays), encryption DISABLE (the trunk's stays), \`only_listed_codecs\` without codecs.`,

  fields: Object.keys(WITHOUT_EFFECT),

  checkField({ field, key, value }, report, { tree }) {
    const message = BY_FIELD.get(field)?.(tree, value);
    if (message === undefined) return;
    report(value, {
      message,
      tags: ["unnecessary"],
      fixes: () => [suggestedFix(`Remove ${field.name}`, removeChild(tree, parentOf(tree, key), key))],
    });
  },

  examples: [
    {
      bad: `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "krisp_enabled": ⟦false⟧, "rule": {"dispatchRuleDirect": {"roomName": "lobby"}}}`,
      fixed: `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "rule": {"dispatchRuleDirect": {"roomName": "lobby"}}}`,
    },
    {
      bad: `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "rule": {"dispatchRuleDirect": {"roomName": "lobby"}}, "room_config": {"name": ⟦"lobby"⟧}}`,
      fixed: `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "rule": {"dispatchRuleDirect": {"roomName": "lobby"}}, "room_config": {}}`,
    },
    {
      good: `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "krisp_enabled": true, "rule": {"dispatchRuleDirect": {"roomName": "lobby"}}}`,
    },
  ],
});

function hasItems(tree: JsonTree, object: Node, name: RegExp): boolean {
  for (const key of tree.children(object))
    if (name.test(tree.stringValue(key)) && tree.children(key + 1).length > 0) return true;
  return false;
}
