/** Quick looks at strings that spare most of them the comparison: `false` is certain, `true` means that somebody must look. */
import { Flag, Kind, Layout, type JsonTree, type Node } from "./tree.ts";

/** Whether two lists may have a string in common. */
export function mayShareString(tree: JsonTree, one: Node, other: Node): boolean {
  return (marksOf(tree, one) & marksOf(tree, other)) !== 0;
}

/** A bit for each string, by its length and its last character; all of them where one has escapes. */
function marksOf({ nodes, text }: JsonTree, list: Node): number {
  if ((nodes[list * Layout.Stride]! & Layout.KindBits) !== Kind.Array) return 0;
  let marks = 0;
  const end = nodes[list * Layout.Stride + 3]!;
  for (let item = list + 1; item < end; item = nodes[item * Layout.Stride + 3]!) {
    const at = item * Layout.Stride;
    if ((nodes[at]! & (Flag.Escaped | Flag.Broken | Flag.Unclosed)) !== 0) return -1;
    if ((nodes[at]! & Layout.KindBits) !== Kind.String) continue;
    const close = nodes[at + 2]! - 1;
    marks |= 1 << ((close - nodes[at + 1]! + text.charCodeAt(close - 1) * 5) & 31);
  }
  return marks;
}

/** Whether an object may have a name twice: names of one length and with the same two last characters, or with escapes. */
export function mayRepeatName({ nodes, text }: JsonTree, object: Node): boolean {
  const end = nodes[object * Layout.Stride + 3]!;
  let seen = 0;
  for (let key = object + 1; key < end; key = nodes[key * Layout.Stride + Layout.NextKey]!) {
    const at = key * Layout.Stride;
    if ((nodes[at]! & (Flag.Escaped | Flag.Broken)) !== 0) return true;
    const close = nodes[at + 2]! - 1;
    const length = close - nodes[at + 1]!;
    const bit = 1 << ((length + text.charCodeAt(close - 1) * 5 + text.charCodeAt(close - 2) * 11) & 31);
    // Of an empty name the last but one character is not its own.
    if ((seen & bit) !== 0 || length === 1) return true;
    seen |= bit;
  }
  return false;
}
