/** Members of an object as they are written, and edits that take some of them out. */
import { Kind, NONE, type JsonTree, type Node } from "../../json/tree.ts";
import type { Edit, Range } from "../../problem.ts";
import { firstLineBreak } from "./lines.ts";

/** From a key to the end of its value. A key is directly followed by its value, so `value - 1` is one as well. */
export function memberRange(tree: JsonTree, key: Node): Range {
  return { start: tree.start(key), end: tree.end(key + 1) };
}

/** The first child of an object or array, or `NONE`. */
export function firstChild(tree: JsonTree, container: Node): Node {
  return tree.isContainer(container) && tree.next(container) > container + 1 ? container + 1 : NONE;
}

/** The keys of an object that are spelled in one of these ways, in order. */
export function keysOf(tree: JsonTree, object: Node, ...spellings: readonly string[]): Node[] {
  if (tree.kind(object) !== Kind.Object) return [];
  return tree.children(object).filter((key) => spellings.includes(tree.stringValue(key)));
}

/** What stands between a key and its value where the object's author writes both in a line; `: ` by default. */
export function colonOf(tree: JsonTree, object: Node): string {
  const key = firstChild(tree, object);
  if (key === NONE) return ": ";
  const [start, end] = [tree.end(key), tree.start(key + 1)];
  return firstLineBreak(tree.text, start, end) === undefined ? tree.text.slice(start, end) : ": ";
}

/** What stands behind the comma between two members of an object that is written in a line. */
export function gapOf(tree: JsonTree, object: Node): string {
  const [first, second] = tree.children(object);
  if (first !== undefined && second !== undefined) {
    const between = tree.text.slice(tree.end(first + 1), tree.start(second));
    const gap = between.slice(between.indexOf(",") + 1);
    if (!/[\r\n]/.test(gap)) return gap;
  }
  return colonOf(tree, object) === ":" ? "" : " ";
}

/**
 * Edits of lines together with removals: a line that a removal swallows is not moved any more.
 * @param lines in document order
 * @param removals in document order
 */
export function besideRemovals(lines: readonly Edit[], removals: readonly Edit[]): Edit[] {
  let next = 0;
  const kept = lines.filter((line) => {
    while (next < removals.length && removals[next]!.end < line.start) next++;
    const removal = removals[next];
    return removal === undefined || line.start <= removal.start;
  });
  return [...kept, ...removals];
}
