/** `ListUpdate.Validate` of livekit/protocol: how an update may change a list. */
import { Kind, NONE, type JsonTree, type Node } from "../json/tree.ts";
import { itemsOf, valueOf } from "./fields.ts";
import type { Refusal } from "./refusal.ts";
import { fieldNamed } from "./schema.ts";

const CLEAR = fieldNamed("ListUpdate.clear");
const SET = fieldNamed("ListUpdate.set");
const ADD = fieldNamed("ListUpdate.add");
const REMOVE = fieldNamed("ListUpdate.remove");

export function validateListUpdate(tree: JsonTree, list: Node, found: Refusal[]): void {
  if (list === NONE) return;
  const clearValue = valueOf(tree, list, CLEAR);
  const clear = clearValue !== NONE && tree.kind(clearValue) === Kind.True;
  const set = itemsOf(tree, list, SET);
  const changes = [...itemsOf(tree, list, ADD), ...itemsOf(tree, list, REMOVE)];
  const refuse = (text: string, node: Node): void => {
    found.push({ kind: "invalid-list-update", stage: "validate", text, node });
  };
  if (!clear && set.length + changes.length === 0) refuse("unsupported list update operation", list);
  if (clear && set.length + changes.length > 0)
    refuse("cannot clear and change the list at the same time", list);
  if (set.length > 0 && changes.length > 0) refuse("cannot set and change the list at the same time", list);
  for (const item of [...set, ...changes])
    if (tree.isEmptyString(item)) refuse("empty element in the list", item);
}
