/** Access to the fields of a decoded message in its tree. */
import { Kind, Layout, NONE, type JsonTree, type Node } from "../json/tree.ts";
import { fieldById, type Field } from "./schema.ts";

/** What the decoder found a key to be, or `undefined` for an unknown or unread one. */
export function fieldOf(tree: JsonTree, key: Node): Field | undefined {
  return fieldById(tree.nodes[key * Layout.Stride + 3]!);
}

/** The first key of `field` in a message, whatever its value; or `NONE`. */
export function keyOf(tree: JsonTree, object: Node, field: Field): Node {
  if (object === NONE) return NONE;
  const { nodes } = tree;
  if ((nodes[object * Layout.Stride]! & Layout.KindBits) !== Kind.Object) return NONE;
  const end = nodes[object * Layout.Stride + 3]!;
  for (let key = object + 1; key < end; key = nodes[key * Layout.Stride + Layout.NextKey]!)
    if (nodes[key * Layout.Stride + 3] === field.id) return key;
  return NONE;
}

/** The first value of `field` that is not null, which LiveKit takes for absent; or `NONE`. */
export function valueOf(tree: JsonTree, object: Node, field: Field): Node {
  if (object === NONE) return NONE;
  const { nodes } = tree;
  if ((nodes[object * Layout.Stride]! & Layout.KindBits) !== Kind.Object) return NONE;
  const end = nodes[object * Layout.Stride + 3]!;
  for (let key = object + 1; key < end; key = nodes[key * Layout.Stride + Layout.NextKey]!)
    if (
      nodes[key * Layout.Stride + 3] === field.id &&
      (nodes[key * Layout.Stride + Layout.Stride]! & Layout.KindBits) !== Kind.Null
    )
      return key + 1;
  return NONE;
}

/** The text of a string field; `""` (LiveKit's default) where it is absent, null or no string. */
export function textOf(tree: JsonTree, object: Node, field: Field): string {
  const value = valueOf(tree, object, field);
  return value !== NONE && tree.kind(value) === Kind.String ? tree.stringValue(value) : "";
}

/** The items of a list field, in order; none where it is absent or no list. */
export function itemsOf(tree: JsonTree, object: Node, field: Field): Node[] {
  const value = valueOf(tree, object, field);
  return value !== NONE && tree.kind(value) === Kind.Array ? tree.children(value) : [];
}

/** Whether a value is a text that is not empty. */
export function isFilledText(tree: JsonTree, value: Node): boolean {
  return tree.kind(value) === Kind.String && !tree.isEmptyString(value);
}
