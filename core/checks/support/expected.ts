/** What a field wants, in words. */
import type { JsonTree, Node } from "../../json/tree.ts";
import { Kind } from "../../json/tree.ts";
import { fieldOf } from "../../protocol/fields.ts";
import type { Field } from "../../protocol/schema.ts";

/** Whether a node is the value of its field as a whole, and not an item of its list or an entry of its map. */
export function isWholeValue(tree: JsonTree, node: Node, field: Field): boolean {
  return node > 0 && tree.kind(node - 1) === Kind.Key && fieldOf(tree, node - 1) === field;
}

/** As in `It wants ...`. */
export function expectedWords(field: Field, isWhole: boolean): string {
  if (field.isMap) return isWhole ? "an object with strings" : "a string";
  const item = itemWords(field);
  if (!field.isList || !isWhole) return item;
  return `a list of ${item.replace(/^an? /, "")}s`;
}

function itemWords(field: Field): string {
  if (field.wellKnown === "Duration") return 'a string such as "30s"';
  if (field.wellKnown === "Timestamp") return 'a string such as "2026-01-31T12:00:00Z"';
  switch (field.kind) {
    case "message":
      return "an object";
    case "bool":
      return "`true` or `false`";
    case "string":
    case "bytes":
      return "a string";
    case "enum":
      return "the name of a value";
    default:
      return "a number";
  }
}
