/** A string that ends too early because a quote in it has no backslash: `"metadata": "{"is_internal": true}"`. */
import { Kind, NONE, type JsonTree, type Node } from "../../json/tree.ts";
import type { Edit } from "../../problem.ts";
import { escapeJsonText } from "./json-in-string.ts";
import { nodeBefore } from "../../json/node-at.ts";

const LONGEST = 5000;

/** The string directly in front of an offset, or `NONE`. */
export function stringEndingAt(tree: JsonTree, offset: number): Node {
  const node = offset > 0 ? nodeBefore(tree, offset - 1) : NONE;
  const isString = node !== NONE && tree.kind(node) === Kind.String && tree.end(node) === offset;
  return isString ? node : NONE;
}

/** Escapes the quotes up to the one that most likely ends the string; `undefined` where none does. */
export function escapeQuotes(tree: JsonTree, string: Node): Edit | undefined {
  const { text } = tree;
  const start = tree.start(string) + 1;
  if ("{[".includes(text[start] ?? " ")) {
    const end = endOfJson(text, start);
    if (text[end] !== '"') return undefined;
    return { start, end, newText: escapeJsonText(text.slice(start, end)) };
  }
  const line = /^[^\r\n]*/.exec(text.slice(start, start + LONGEST))?.[0] ?? "";
  const length = line.replace(/"[\s,}\]]*$/, "").length;
  if (length === line.length) return undefined;
  const inner = line.slice(0, length);
  const newText = inner.replace(/\\[^]|"/g, (part) => (part === '"' ? '\\"' : part));
  return { start, end: start + length, newText };
}

/** Where the object or list that starts at `start` ends, if it does on its line; otherwise the text's length. */
function endOfJson(text: string, start: number): number {
  let depth = 0;
  let inString = false;
  for (let i = start; i < text.length && i - start < LONGEST; i++) {
    const character = text[i]!;
    if (character === "\n" || character === "\r") break;
    if (inString) {
      if (character === "\\") i++;
      else inString = character !== '"';
    } else if (character === '"') inString = true;
    else if ("{[".includes(character)) depth++;
    else if ("}]".includes(character) && --depth === 0) return i + 1;
  }
  return text.length;
}
