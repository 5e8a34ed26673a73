import { Kind, type JsonTree, type Node } from "../../json/tree.ts";
import type { Range } from "../../problem.ts";

/** The bracket that opens an object or list: a place to mark where marking all of it would be too much. */
export function openingOf(tree: JsonTree, node: Node): Range {
  const start = tree.start(node);
  return { start, end: tree.isContainer(node) ? start + 1 : tree.end(node) };
}

/** The first of these keys that an object has, or else its opening bracket. */
export function keyOrOpening(tree: JsonTree, object: Node, ...names: readonly string[]): Range {
  if (tree.kind(object) === Kind.Object)
    for (const key of tree.children(object))
      if (names.includes(tree.stringValue(key))) return { start: tree.start(key), end: tree.end(key) };
  return openingOf(tree, object);
}
