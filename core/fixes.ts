/** Edits that checks and actions are made of. Each touches no byte that it need not touch. */
import { quoteString } from "./json/strings.ts";
import { Kind, NONE, type JsonTree, type Node } from "./json/tree.ts";
import type { Edit, Fix, Range } from "./problem.ts";
import { skipBlank, skipBlankBack } from "./json/blank.ts";

export function safeFix(title: string, ...edits: readonly Edit[]): Fix {
  return { title, edits: inDocumentOrder(edits), isSafe: true };
}

/** A fix that changes what the document means, or guesses: offered, never applied without asking. */
export function suggestedFix(title: string, ...edits: readonly Edit[]): Fix {
  return { title, edits: inDocumentOrder(edits), isSafe: false };
}

/** An insertion stands in front of what is replaced at the same place. */
export function inDocumentOrder(edits: readonly Edit[]): readonly Edit[] {
  return edits.length < 2 ? edits : [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
}

export function insertText(at: number, newText: string): Edit {
  return { start: at, end: at, newText };
}

export function removeRange({ start, end }: Range): Edit {
  return { start, end, newText: "" };
}

export function replaceNode(tree: JsonTree, node: Node, newText: string): Edit {
  return { start: tree.start(node), end: tree.end(node), newText };
}

/** Another name for a key, in quotes. */
export function renameKey(tree: JsonTree, key: Node, name: string): Edit {
  return replaceNode(tree, key, quoteString(name));
}

/**
 * Takes an item out of an array, or a member (named by its key) out of an object, with one comma and the
 * white space that belongs to it.
 */
export function removeChild(tree: JsonTree, parent: Node, child: Node): Edit {
  const next = tree.next(child);
  if (next < tree.next(parent)) return removeRange({ start: tree.start(child), end: tree.start(next) });
  return removeRun(tree, parent, child, child, previousEnd(tree, parent, child));
}

/** Takes several items or members out at once, so that their edits do not overlap. */
export function removeChildren(tree: JsonTree, parent: Node, children: readonly Node[]): Edit[] {
  const gone = new Set(children);
  const edits: Edit[] = [];
  let keptEnd: number | undefined;
  let first = NONE;
  let last = NONE;
  for (const child of tree.children(parent)) {
    if (gone.has(child)) {
      if (first === NONE) first = child;
      last = child;
      continue;
    }
    if (first !== NONE) edits.push(removeRange({ start: tree.start(first), end: tree.start(child) }));
    first = NONE;
    keptEnd = endOf(tree, child);
  }
  if (first !== NONE) edits.push(removeRun(tree, parent, first, last, keptEnd));
  return edits;
}

/** The last children of a container; `keptEnd` is where the child before them ends, if there is one. */
function removeRun(tree: JsonTree, parent: Node, first: Node, last: Node, keptEnd: number | undefined): Edit {
  const inner = innerEnd(tree, parent);
  // A trailing comma goes with them.
  const behind = skipBlank(tree.text, endOf(tree, last), inner);
  const end = tree.text[behind] === "," && behind < inner ? behind + 1 : endOf(tree, last);
  if (keptEnd !== undefined) return removeRange({ start: keptEnd, end });
  const isAlone =
    skipBlank(tree.text, end, inner) === inner &&
    skipBlankBack(tree.text, tree.start(first)) === tree.start(parent) + 1;
  return removeRange(
    isAlone ? { start: tree.start(parent) + 1, end: inner } : { start: tree.start(first), end },
  );
}

/** Where the child in front of the last one ends; looks at the text, as most lists have no comments in them. */
function previousEnd(tree: JsonTree, parent: Node, child: Node): number | undefined {
  const { text } = tree;
  const comma = skipBlankBack(text, tree.start(child));
  if (comma === tree.start(parent) + 1) return undefined;
  const end = skipBlankBack(text, comma - 1);
  if (text[comma - 1] === "," && /["\]}\w]/.test(text[end - 1] ?? "")) return end;
  let previous: number | undefined;
  for (const sibling of tree.children(parent)) {
    if (sibling === child) return previous;
    previous = endOf(tree, sibling);
  }
  return previous;
}

/** Where an item ends, or the value of a member named by its key. */
function endOf(tree: JsonTree, child: Node): number {
  return tree.end(tree.kind(child) === Kind.Key ? child + 1 : child);
}

/** Where the inside of a container ends: before its bracket, if it has one. */
export function innerEnd(tree: JsonTree, container: Node): number {
  const end = tree.end(container);
  const closing = tree.kind(container) === Kind.Object ? "}" : "]";
  return end - 1 > tree.start(container) && tree.text[end - 1] === closing ? end - 1 : end;
}

/** A line break with the indentation of the line behind it; `undefined` where all stands in one line. */
export type LineStart = string | undefined;

/** Puts a member at the end of an object, written as its neighbours are. `value` is JSON text. */
export function insertMember(tree: JsonTree, object: Node, name: string, value: string): Edit {
  return appendMember(tree, object, () => `${quoteString(name)}: ${value}`);
}

/** The same for a member of several lines. @param write writes it behind such a line start */
export function appendMember(tree: JsonTree, object: Node, write: (lineStart: LineStart) => string): Edit {
  let last: Node = NONE;
  for (const key of tree.children(object)) last = key;
  if (last === NONE) {
    const start = tree.start(object) + 1;
    const end = innerEnd(tree, object);
    return { start, end: skipBlank(tree.text, start, end) === end ? end : start, newText: write(undefined) };
  }
  const lineStart = lineIndent(tree.text, tree.start(last));
  return insertText(tree.end(last + 1), `,${lineStart ?? " "}${write(lineStart)}`);
}

/** The line break and indentation in front of an offset that starts its line, or `undefined` inside a line. */
export function lineIndent(text: string, offset: number): string | undefined {
  return /(?:\r\n|\n|\r)[ \t]*$/.exec(text.slice(Math.max(0, offset - 200), offset))?.[0];
}

/**
 * A text, or a part of it, after edits that do not overlap. One pass: a long rule list has an edit for each line.
 * @param from start of the part; all edits lie between it and `to`
 */
export function applyEdits(text: string, edits: readonly Edit[], from = 0, to: number = text.length): string {
  const parts: string[] = [];
  let done = from;
  for (const edit of inDocumentOrder(edits)) {
    parts.push(text.slice(done, edit.start), edit.newText);
    done = edit.end;
  }
  parts.push(text.slice(done, to));
  return parts.join("");
}
