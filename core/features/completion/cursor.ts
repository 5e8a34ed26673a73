/** What may be written where the cursor stands: a member, a value, an item, a whole file. */
import type { RuleDocument } from "../../document.ts";
import { Kind, NONE, type JsonTree, type Node } from "../../json/tree.ts";
import { skipBlank } from "../../json/blank.ts";
import { childBefore, scopeAt, type Scope } from "./scope.ts";
import { holdsCursor, isInLine, isScalar, tokenOf, wordAt, type Token } from "./token.ts";

/** Commas that are missing around the token. */
export interface Commas {
  /** Where what stands before it ends, if a comma is missing there. */
  readonly before: number | undefined;
  /** What is missing behind it: nothing, a comma, or a comma and a blank. */
  readonly after: "" | "," | ", ";
}

export type Cursor =
  | { readonly at: "root"; readonly token: Token }
  | {
      readonly at: "key";
      readonly token: Token;
      readonly scope: Scope;
      readonly commas: Commas;
      /** Whether a colon follows, so that only the name is replaced. */
      readonly hasColon: boolean;
    }
  | {
      readonly at: "value";
      readonly token: Token;
      readonly scope: Scope;
      readonly key: Node;
      readonly commas: Commas;
    }
  | { readonly at: "item"; readonly token: Token; readonly scope: Scope; readonly commas: Commas };

/** @returns `undefined` where nothing may be written: in comments, behind a key without a colon, behind the end */
export function cursorAt(document: RuleDocument, offset: number): Cursor | undefined {
  const { tree } = document;
  if (isInComment(tree, offset)) return undefined;
  const scope = scopeAt(document, offset);
  if (!scope) return rootCursor(tree, offset);
  const child = childBefore(tree, scope.node, offset);
  return tree.kind(scope.node) === Kind.Object
    ? inObject(tree, scope, child, offset)
    : inArray(tree, scope, child, offset);
}

function rootCursor(tree: JsonTree, offset: number): Cursor | undefined {
  if (tree.isContainer(0)) return undefined;
  if (tree.kind(0) === Kind.Missing) return { at: "root", token: wordAt(tree.text, offset) };
  return holdsCursor(tree, 0, offset) ? { at: "root", token: tokenOf(tree, 0) } : undefined;
}

function inObject(tree: JsonTree, scope: Scope, key: Node, offset: number): Cursor | undefined {
  const { text } = tree;
  if (key === NONE) return keyCursor(tree, scope, wordAt(text, offset), NONE);
  if (holdsCursor(tree, key, offset))
    return keyCursor(tree, scope, tokenOf(tree, key), before(tree, scope, key));
  const value = key + 1;
  if (isScalar(tree, value) && holdsCursor(tree, value, offset))
    return valueCursor(tree, scope, key, tokenOf(tree, value));
  const word = wordAt(text, offset);
  const isBehindValue = tree.kind(value) !== Kind.Missing && tree.start(value) < offset;
  if (isBehindValue) return keyCursor(tree, scope, word, key);
  const gap = text.slice(tree.end(key), word.start);
  if (gap.includes(",")) return keyCursor(tree, scope, word, key);
  if (!/[:=]/.test(gap)) return undefined;
  return valueCursor(tree, scope, key, replacingValue(tree, value, word));
}

/** With the value that follows on the line, so that the key does not get two. */
function replacingValue(tree: JsonTree, value: Node, word: Token): Token | undefined {
  if (tree.kind(value) === Kind.Missing || isKeyOfNext(tree, value)) return word;
  const token = { start: word.start, end: tree.end(value), isString: word.start === tree.start(value) };
  return isScalar(tree, value) && isInLine(tree.text, token) ? token : undefined;
}

/** A string that was read as a value because the value in front of it is still to be typed. */
function isKeyOfNext(tree: JsonTree, value: Node): boolean {
  return tree.kind(value) === Kind.String && tree.text[skipBlank(tree.text, tree.end(value))] === ":";
}

function inArray(tree: JsonTree, scope: Scope, item: Node, offset: number): Cursor | undefined {
  const isToken = item !== NONE && holdsCursor(tree, item, offset);
  const token = isToken ? tokenOf(tree, item) : wordAt(tree.text, offset);
  const previous = isToken ? before(tree, scope, item) : item;
  return { at: "item", token, scope, commas: commasAround(tree, token, previous) };
}

function before(tree: JsonTree, scope: Scope, child: Node): Node {
  return childBefore(tree, scope.node, tree.start(child));
}

function keyCursor(tree: JsonTree, scope: Scope, token: Token, previous: Node): Cursor {
  const hasColon = tree.text[skipBlank(tree.text, token.end)] === ":";
  return { at: "key", token, scope, hasColon, commas: commasAround(tree, token, previous) };
}

function valueCursor(tree: JsonTree, scope: Scope, key: Node, token: Token | undefined): Cursor | undefined {
  return token && { at: "value", token, scope, key, commas: commasAround(tree, token, NONE) };
}

/** @param previous the key or item in front of the token */
function commasAround(tree: JsonTree, token: Token, previous: Node): Commas {
  const { text } = tree;
  const next = skipBlank(text, token.end);
  const isLast = ",}]:/".includes(text[next] ?? "}");
  const after = isLast ? "" : next === token.end ? ", " : ",";
  if (previous === NONE) return { before: undefined, after };
  const end = tree.end(tree.kind(previous) === Kind.Key ? previous + 1 : previous);
  return { before: text.slice(end, token.start).includes(",") ? undefined : end, after };
}

function isInComment(tree: JsonTree, offset: number): boolean {
  for (const { kind, start, end } of tree.problems) {
    if (kind !== "comment" || start >= offset) continue;
    if (offset < end || (offset === end && tree.text.startsWith("//", start))) return true;
  }
  return false;
}

/** The string at the cursor, as a node. */
export function stringAt(document: RuleDocument, offset: number): Node {
  const { tree } = document;
  const scope = scopeAt(document, offset);
  const child = scope ? childBefore(tree, scope.node, offset) : 0;
  if (child === NONE) return NONE;
  const value = tree.kind(child) === Kind.Key ? child + 1 : NONE;
  const found = [child, value].find((node) => node !== NONE && holdsCursor(tree, node, offset));
  return found !== undefined && (tree.kind(found) === Kind.Key || tree.kind(found) === Kind.String)
    ? found
    : NONE;
}
