/** A quick look at two lists that spares most of them the comparison. */
import { Flag, Kind, STRIDE, type JsonTree, type Node } from "./tree.ts";

/** Whether two lists may have a string in common: `false` is certain, `true` means that somebody must look. */
export function mayShareString(tree: JsonTree, one: Node, other: Node): boolean {
  return (marksOf(tree, one) & marksOf(tree, other)) !== 0;
}

/** A bit for each string, by its length and its last character; all of them where one has escapes. */
function marksOf({ nodes, text }: JsonTree, list: Node): number {
  if ((nodes[list * STRIDE]! & 0xff) !== Kind.Array) return 0;
  let marks = 0;
  const end = nodes[list * STRIDE + 3]!;
  for (let item = list + 1; item < end; item = nodes[item * STRIDE + 3]!) {
    const at = item * STRIDE;
    if ((nodes[at]! & (Flag.Escaped | Flag.Broken | Flag.Unclosed)) !== 0) return -1;
    if ((nodes[at]! & 0xff) !== Kind.String) continue;
    const close = nodes[at + 2]! - 1;
    marks |= 1 << ((close - nodes[at + 1]! + text.charCodeAt(close - 1) * 5) & 31);
  }
  return marks;
}
