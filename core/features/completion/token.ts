/** The piece of text at the cursor that an accepted completion replaces. */
import { Flag, Kind, type JsonTree, type Node } from "../../json/tree.ts";
import type { Range } from "../../problem.ts";
import { isBlank } from "../../json/blank.ts";

export interface Token extends Range {
  readonly isString: boolean;
}

/** Whether the cursor stands in a node that has no children: in or behind a word, but only inside of quotes. */
export function holdsCursor(tree: JsonTree, node: Node, offset: number): boolean {
  if (tree.start(node) >= offset || tree.isContainer(node)) return false;
  const end = tree.end(node);
  if (offset < end) return true;
  return offset === end && (!isQuoted(tree, node) || tree.has(node, Flag.Unclosed));
}

export function isQuoted(tree: JsonTree, node: Node): boolean {
  return tree.text.charCodeAt(tree.start(node)) === 0x22;
}

export function tokenOf(tree: JsonTree, node: Node): Token {
  return { start: tree.start(node), end: tree.end(node), isString: isQuoted(tree, node) };
}

/** The run of characters around an offset that is neither white space nor anything of JSON's: often empty. */
export function wordAt(text: string, offset: number): Token {
  let start = offset;
  while (start > 0 && !isDelimiter(text.charCodeAt(start - 1))) start--;
  let end = offset;
  while (end < text.length && !isDelimiter(text.charCodeAt(end))) end++;
  return { start, end, isString: false };
}

function isDelimiter(unit: number): boolean {
  return isBlank(unit) || unit === 0x22 || unit === 0x2c || unit === 0x3a || isBracket(unit);
}

function isBracket(unit: number): boolean {
  return unit === 0x7b || unit === 0x7d || unit === 0x5b || unit === 0x5d;
}

/**
 * Where the quote belongs that is missing behind the cursor, if the string at the cursor is not closed or is closed
 * by a quote that opens the next string of its line (`{"na|, "rule": 1}`).
 */
export function missingQuote(tree: JsonTree, node: Node, offset: number): number | undefined {
  const { text } = tree;
  if (tree.problems.length === 0 || !isQuoted(tree, node)) return undefined;
  if (!tree.has(node, Flag.Unclosed) && !isClosedByStranger(tree, node)) return undefined;
  let end = offset;
  while (end < text.length && !endsContent(text.charCodeAt(end))) end++;
  while (end > offset && isBlank(text.charCodeAt(end - 1))) end--;
  return end;
}

function endsContent(unit: number): boolean {
  return unit === 0x22 || unit === 0x2c || unit === 0x3a || isLineBreak(unit) || isBracket(unit);
}

function isLineBreak(unit: number): boolean {
  return unit === 0x0a || unit === 0x0d;
}

function isClosedByStranger(tree: JsonTree, node: Node): boolean {
  const rest = restOfLine(tree.text, tree.end(node)).trim();
  if (rest === "" || ":,}]".includes(rest[0]!)) return false;
  // The quotes of a line come in pairs, unless one is missing; this string has a pair.
  return (rest.match(/(?<!\\)"/g) ?? []).length % 2 === 1;
}

function restOfLine(text: string, start: number): string {
  let end = start;
  while (end < text.length && !isLineBreak(text.charCodeAt(end))) end++;
  return text.slice(start, end);
}

/** Whether a range stands within one line. */
export function isInLine(text: string, { start, end }: Range): boolean {
  for (let i = start; i < end; i++) if (isLineBreak(text.charCodeAt(i))) return false;
  return true;
}

/** A value that is only a word, or nothing at all. */
export function isScalar(tree: JsonTree, node: Node): boolean {
  return !tree.isContainer(node) && tree.kind(node) !== Kind.Missing;
}
