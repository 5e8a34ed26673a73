/**
 * Where else the value under the cursor stands: trunks, agents, numbers, rooms. On a key: the others that clash
 * with it, in either spelling.
 */
import { parentOf } from "../json/parents.ts";
import type { RuleDocument } from "../document.ts";
import { Kind, NONE, type JsonTree, type Node } from "../json/tree.ts";
import type { Range } from "../problem.ts";
import { fieldOf } from "../protocol/fields.ts";
import { normalizeNumber } from "../protocol/phone-number.ts";
import type { Field } from "../protocol/schema.ts";
import { fieldOfValue, insideOffset, nodeAround } from "./node-around.ts";

/** Fields whose values mean the same thing, by LiveKit's names; a field that is not here is like no other. */
const MEANINGS: Readonly<Record<string, string>> = {
  trunk_ids: "trunk",
  set: "trunk",
  add: "trunk",
  remove: "trunk",
  numbers: "number",
  inbound_numbers: "number",
};

/** Ranges in document order, the one under the cursor among them; none where there is nothing to show. */
export function highlights({ tree }: RuleDocument, offset: number): readonly Range[] {
  const node = nodeAround(tree, insideOffset(tree.text, offset));
  if (node === NONE) return [];
  const kind = tree.kind(node);
  const nodes =
    kind === Kind.Key ? clashingKeys(tree, node) : kind === Kind.String ? sameValues(tree, node) : [];
  return nodes.map((found) => ({ start: tree.start(found), end: tree.end(found) }));
}

/** A key without a rival is left to the editor, which shows the same word elsewhere. */
function clashingKeys(tree: JsonTree, key: Node): readonly Node[] {
  const field = fieldOf(tree, key);
  const name = tree.stringValue(key);
  const keys = tree
    .children(parentOf(tree, key))
    .filter((other) => (field ? clashes(tree, field, other) : tree.stringValue(other) === name));
  return keys.length > 1 && keys.includes(key) ? keys : [];
}

function clashes(tree: JsonTree, field: Field, key: Node): boolean {
  const other = fieldOf(tree, key);
  if (other === undefined) return false;
  // A null is as good as absent where fields exclude each other.
  return other === field || (other.oneof !== undefined && other.oneof === field.oneof && !isNull(tree, key));
}

function isNull(tree: JsonTree, key: Node): boolean {
  return tree.kind(key + 1) === Kind.Null;
}

function sameValues(tree: JsonTree, node: Node): readonly Node[] {
  const field = fieldOfValue(tree, node);
  if (field?.kind !== "string") return [];
  const meaning = meaningOf(field);
  const comparable = meaning === "number" ? normalizeNumber : (text: string) => text;
  const value = comparable(tree.stringValue(node));
  if (value === "") return [];
  const found: Node[] = [];
  for (let other = 0; other < tree.size; other++) {
    if (tree.kind(other) !== Kind.String) continue;
    const otherField = fieldOfValue(tree, other);
    if (otherField && meaningOf(otherField) === meaning && comparable(tree.stringValue(other)) === value)
      found.push(other);
  }
  return found;
}

function meaningOf(field: Field): string {
  return MEANINGS[field.name] ?? `${field.message.name}.${field.name}`;
}
