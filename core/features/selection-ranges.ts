/** What a selection grows to, step by step: a string's content, the token, the member, the object around it. */
import { nodeBefore } from "../json/node-at.ts";
import { parentOf } from "../json/parents.ts";
import type { RuleDocument } from "../document.ts";
import { innerEnd } from "../fixes.ts";
import { Flag, Kind, NONE, type JsonTree, type Node } from "../json/tree.ts";
import type { Range } from "../problem.ts";
import { skipBlank, skipBlankBack } from "../json/blank.ts";
import { insideOffset, keyOfValue } from "./node-around.ts";

/** Nobody grows a selection more often than this; deeper nesting is not written by hand. */
const MOST = 200;

/** The ranges around an offset, the smallest first; each holds the one before it, the last is the whole text. */
export function selectionRanges({ tree }: RuleDocument, offset: number): readonly Range[] {
  const at = insideOffset(tree.text, offset);
  const ranges: Range[] = [];
  const add = ({ start, end }: Range): void => {
    const last = ranges.at(-1) ?? { start: at, end: at };
    if (start > last.start || end < last.end) return;
    if (ranges.length === 0 || end - start > last.end - last.start) ranges.push({ start, end });
  };
  for (let node = nodeBefore(tree, at); node !== NONE && ranges.length < MOST; node = parentOf(tree, node)) {
    const content = contentOf(tree, node);
    if (content) add(content);
    add({ start: tree.start(node), end: tree.end(node) });
    const key = tree.kind(node) === Kind.Key ? node : keyOfValue(tree, node);
    if (key !== NONE) add({ start: tree.start(key), end: tree.end(key + 1) });
  }
  add({ start: 0, end: tree.text.length });
  return ranges;
}

/** Between the quotes of a string or the brackets of an object or array, white space at the ends left out. */
function contentOf(tree: JsonTree, node: Node): Range | undefined {
  const start = tree.start(node) + 1;
  if (tree.isContainer(node)) {
    const end = innerEnd(tree, node);
    const first = skipBlank(tree.text, start, end);
    return first < end ? { start: first, end: skipBlankBack(tree.text, end) } : undefined;
  }
  const kind = tree.kind(node);
  if ((kind !== Kind.String && kind !== Kind.Key) || tree.text[start - 1] !== '"') return undefined;
  return { start, end: tree.end(node) - (tree.has(node, Flag.Unclosed) ? 0 : 1) };
}
