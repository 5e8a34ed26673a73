/** A part of a document as a plain value. */
import { Kind, type JsonTree, type Node } from "./tree.ts";

/** Of two members of one name the last counts; what is no JSON value is `undefined`. Not for trees that may be very deep. */
export function plainValue(tree: JsonTree, node: Node): unknown {
  switch (tree.kind(node)) {
    case Kind.Object: {
      const members = tree.children(node).map((key) => [tree.stringValue(key), plainValue(tree, key + 1)]);
      return Object.fromEntries(members);
    }
    case Kind.Array:
      return tree.children(node).map((item) => plainValue(tree, item));
    case Kind.String:
      return tree.stringValue(node);
    case Kind.Number:
      return Number(tree.raw(node));
    case Kind.True:
      return true;
    case Kind.False:
      return false;
    case Kind.Null:
      return null;
    default:
      return undefined;
  }
}
