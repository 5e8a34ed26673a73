import { defineCheck } from "../check.ts";
import { Kind, type JsonTree, type Node } from "../json/tree.ts";

const encoder = new TextEncoder();
const KIB = 1024;
const METADATA_BYTES = 512 * KIB;
const ATTRIBUTES_BYTES = 64 * KIB;
const ROOM_NAME_LENGTH = 256;

export default defineCheck({
  code: "size-limit",
  severity: "warning",
  title: "More than a room or a participant can hold",
  why: `A participant's metadata holds 512 KiB, its attributes 64 KiB, a room's name 256 characters. LiveKit stores a
rule with more, and then every call fails with 486; for the first two the reason stands only in the server's log.`,

  fields: [
    "SIPDispatchRuleInfo.metadata",
    "SIPDispatchRuleInfo.attributes",
    "SIPDispatchRuleDirect.room_name",
    "SIPDispatchRuleIndividual.room_prefix",
    "SIPDispatchRuleCallee.room_prefix",
  ],
  values: "filled",
  longerThan: ROOM_NAME_LENGTH,

  checkField({ field, value }, report, { tree }) {
    // No value is longer than its JSON.
    const written = tree.end(value) - tree.start(value);
    if (field.name === "metadata") {
      if (written * 3 > METADATA_BYTES && sizeOf(tree, value) > METADATA_BYTES)
        report(
          value,
          "The metadata is larger than the 512 KiB that a participant can hold: every call would fail.",
        );
    } else if (field.name === "attributes") {
      if (written * 3 > ATTRIBUTES_BYTES && sizeOf(tree, value) > ATTRIBUTES_BYTES)
        report(
          value,
          "The attributes are larger than the 64 KiB that a participant can hold: every call would fail.",
        );
    } else if (written > ROOM_NAME_LENGTH && tree.kind(value) === Kind.String) {
      if (tree.stringValue(value).length > ROOM_NAME_LENGTH)
        report(value, "The name of a room has at most 256 characters: every call would fail.");
    }
  },

  examples: [
    {
      bad: `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "rule": {"dispatchRuleDirect": {"roomName": ⟦"${"lobby-".repeat(50)}"⟧}}}`,
    },
    {
      good: `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "rule": {"dispatchRuleDirect": {"roomName": "lobby"}}}`,
    },
  ],
});

/** Bytes of a text in UTF-8, or of all names and texts of a map. */
function sizeOf(tree: JsonTree, node: Node): number {
  if (tree.kind(node) === Kind.String) return encoder.encode(tree.stringValue(node)).length;
  let size = 0;
  for (const key of tree.children(node))
    size += encoder.encode(tree.stringValue(key)).length + sizeOf(tree, key + 1);
  return size;
}
