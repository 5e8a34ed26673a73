/** What closes the objects and lists that the end of a text leaves open. */
import { insertText } from "../../fixes.ts";
import { Flag, Kind, type JsonTree, type Node } from "../../json/tree.ts";
import type { Edit } from "../../problem.ts";
import { firstLineBreak, indentation } from "../../rules/convert/lines.ts";
import { skipBlankBack } from "../../json/blank.ts";

/** Nobody leaves more brackets open than this and wants them closed. */
const MOST = 200;

/** The containers that are open at the end of the text, outermost first. */
export function openAtEnd(tree: JsonTree): Node[] {
  const open: Node[] = [];
  for (let node = 0; node < tree.size && open.length <= MOST; node++) {
    const isOpen = tree.isContainer(node) && tree.has(node, Flag.Unclosed);
    if (isOpen && tree.end(node) === tree.text.length) open.push(node);
  }
  return open;
}

/**
 * Their brackets, each on a line of its own where what it closes began on another line.
 * @param behind where the last value ends
 */
export function closersFor(tree: JsonTree, open: readonly Node[], behind: number): string {
  const { text } = tree;
  const lineBreak = firstLineBreak(text, 0, text.length) ?? "\n";
  let closers = "";
  let line = lineStart(text, behind);
  for (const node of open.toReversed()) {
    const opened = lineStart(text, tree.start(node));
    if (opened !== line) closers += lineBreak + indentation(text, tree.start(node));
    closers += tree.kind(node) === Kind.Object ? "}" : "]";
    line = opened;
  }
  return closers;
}

/** Closes the document; `undefined` where it stops in front of a value, or in a comment. */
export function closeDocument(tree: JsonTree): Edit[] | undefined {
  const { text } = tree;
  const open = openAtEnd(tree);
  const end = skipBlankBack(text, text.length);
  const isCut = tree.kind(tree.size - 1) === Kind.Missing && tree.end(tree.size - 1) === text.length;
  const inComment = tree.problems.some((problem) => problem.kind === "comment" && problem.end >= end);
  if (isCut || inComment || open.length === 0 || open.length > MOST) return undefined;
  if (text[end - 1] !== ",") return [insertText(end, closersFor(tree, open, end))];
  return [{ start: end - 1, end, newText: closersFor(tree, open, end) }];
}

function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && text[start - 1] !== "\n" && text[start - 1] !== "\r") start--;
  return start;
}
