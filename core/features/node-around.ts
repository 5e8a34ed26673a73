/** From a place in the text to the node there, and from a node to the field whose value it is. */
import { nodeBefore } from "../json/node-at.ts";
import { parentOf } from "../json/parents.ts";
import { Kind, NONE, type JsonTree, type Node } from "../json/tree.ts";
import type { Range } from "../problem.ts";
import { fieldOf } from "../protocol/fields.ts";
import type { Field } from "../protocol/schema.ts";

/** The innermost node that an offset touches, its ends included; `NONE` outside the document's value. */
export function nodeAround(tree: JsonTree, offset: number): Node {
  let node = nodeBefore(tree, offset);
  while (node !== NONE && tree.end(node) < offset) node = parentOf(tree, node);
  return node;
}

/** The key of the member whose value a node is; `NONE` for an item, a key and the root. */
export function keyOfValue(tree: JsonTree, node: Node): Node {
  return node > 0 && tree.kind(node) !== Kind.Key && tree.kind(node - 1) === Kind.Key ? node - 1 : NONE;
}

/** The field that a value stands under, by itself or as an item of a list; `undefined` where none was read. */
export function fieldOfValue(tree: JsonTree, node: Node): Field | undefined {
  const key = keyOfValue(tree, node);
  if (key !== NONE) return fieldOf(tree, key);
  const list = parentOf(tree, node);
  if (list === NONE || tree.kind(list) !== Kind.Array) return undefined;
  const listKey = keyOfValue(tree, list);
  return listKey === NONE ? undefined : fieldOf(tree, listKey);
}

/** A range that a client sent: inside the text, and from its smaller end to its larger. */
export function insideText(text: string, { start, end }: Range): Range {
  const [a, b] = [insideOffset(text, start), insideOffset(text, end)];
  return { start: Math.min(a, b), end: Math.max(a, b) };
}

export function insideOffset(text: string, offset: number): number {
  return Number.isNaN(offset) ? 0 : Math.min(Math.max(Math.trunc(offset), 0), text.length);
}
