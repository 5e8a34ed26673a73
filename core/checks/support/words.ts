/** How messages name places and values. */
import { Kind, NONE, type JsonTree, type Node } from "../../json/tree.ts";
import type { Message } from "../../protocol/schema.ts";
import { named } from "../../text/show.ts";
import { keyAbove, parentOf } from "../../json/parents.ts";

const ROOTS: Readonly<Record<string, string>> = {
  "livekit.SIPDispatchRuleInfo": "a dispatch rule",
  "livekit.CreateSIPDispatchRuleRequest": "a create request",
  "livekit.UpdateSIPDispatchRuleRequest": "an update request",
  "livekit.ListSIPDispatchRuleResponse": "a list of rules",
};

/** The object in which a key stands, as in `in a dispatch rule`, `in room_config`, `in an item of agents`. */
export function placeOf(tree: JsonTree, key: Node, message: Message): string {
  const root = ROOTS[message.name];
  if (root !== undefined) return root;
  const object = parentOf(tree, key);
  const above = keyAbove(tree, object);
  if (above === NONE) return "this object";
  const name = named(tree.stringValue(above));
  return above + 1 === object ? name : `an item of ${name}`;
}

/** `a number`, `true`, `an object`: what stands there. */
export function kindWords(tree: JsonTree, node: Node): string {
  switch (tree.kind(node)) {
    case Kind.Null:
      return "null";
    case Kind.True:
      return "true";
    case Kind.False:
      return "false";
    case Kind.Number:
      return "a number";
    case Kind.String:
      return "a string";
    case Kind.Object:
      return "an object";
    case Kind.Array:
      return "a list";
    default:
      return "no value";
  }
}
