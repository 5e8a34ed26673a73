/** Rules of a list as files of their own. */
import type { RuleDocument } from "../../document.ts";
import { applyEdits } from "../../fixes.ts";
import { readJson } from "../../json/reader.ts";
import { Kind, type JsonTree, type Node } from "../../json/tree.ts";
import { checkedBare, refuse, type Conversion, type FileForm } from "./conversion.ts";
import { fileNames } from "./file-names.ts";
import { dedentLines, firstLineBreak, indentation, startsLine } from "./lines.ts";
import { keysOf } from "./members.ts";
import { ID_SPELLINGS } from "./server-fields.ts";
import { toCreateRequest } from "./single.ts";
import { unreadable } from "./unreadable.ts";

/** One rule of a list, as a conversion whose text is a document of its own. */
export interface RuleFile {
  readonly fileName: string;
  readonly conversion: Conversion;
}

/**
 * One rule of a list as a document; its only edit replaces the whole text.
 * @param index place in the list from 0, counting what is no rule as well
 */
export function extractItem(document: RuleDocument, index: number, to: FileForm): Conversion {
  const { tree } = document;
  const obstacle = unreadable(tree);
  if (obstacle) return obstacle;
  if (document.form !== "list") return refuse("This is no list of dispatch rules.");
  const items = itemsOf(tree);
  const item = items[index];
  if (item === undefined) return refuse(`The list has no item ${index + 1}; it has ${items.length}.`);
  return extract(tree, item, index, to, ending(tree));
}

/** Every item of a list as a file, in order; nothing for a document that is no list. */
export function splitList(document: RuleDocument, to: FileForm): readonly RuleFile[] {
  if (document.form !== "list") return [];
  const { tree } = document;
  const obstacle = unreadable(tree);
  const items = itemsOf(tree);
  const end = ending(tree);
  const names = fileNames(
    items.map((item) => [textOf(tree, item, "name"), textOf(tree, item, ...ID_SPELLINGS)]),
  );
  return items.map((item, index) => ({
    fileName: names[index]!,
    conversion: obstacle ?? extract(tree, item, index, to, end),
  }));
}

/** @param end what every file ends with */
function extract(tree: JsonTree, item: Node, index: number, to: FileForm, end: string): Conversion {
  const range = { start: tree.start(item), end: tree.end(item) };
  if (tree.kind(item) !== Kind.Object) return refuse(`Item ${index + 1} of the list is no rule.`, range);
  const { text } = tree;
  const whole = (ofItem: string): { start: number; end: number; newText: string }[] => [
    { start: 0, end: text.length, newText: ofItem },
  ];
  const bare = itemText(tree, item) + end;
  if (to === "bare") return checkedBare({ ok: true, text: bare, edits: whole(bare), removed: [] }, range);
  const result = toCreateRequest(readJson(bare));
  return result.ok ? { ...result, edits: whole(result.text) } : result;
}

/** A final line break where the list has one. */
function ending(tree: JsonTree): string {
  return firstLineBreak(tree.text, tree.end(0), tree.text.length) ?? "";
}

/** An item moved to the left, where a document begins. */
function itemText(tree: JsonTree, item: Node): string {
  const { text } = tree;
  const range = { start: tree.start(item), end: tree.end(item) };
  // In a list without line breaks, looking for the start of the line would read it all, for every item.
  if (firstLineBreak(text, range.start, range.end) === undefined) return text.slice(range.start, range.end);
  const moved = indentation(text, startsLine(text, range.end - 1) ? range.end - 1 : range.start);
  return applyEdits(text, dedentLines(text, range, "", moved), range.start, range.end);
}

/** What the list holds; a plain array of rules is a list as well. */
function itemsOf(tree: JsonTree): Node[] {
  const list = tree.kind(0) === Kind.Array ? 0 : keysOf(tree, 0, "items").at(-1)! + 1;
  return tree.children(list);
}

function textOf(tree: JsonTree, item: Node, ...spellings: readonly string[]): string {
  const key = keysOf(tree, item, ...spellings).find((candidate) => tree.kind(candidate + 1) === Kind.String);
  return key === undefined ? "" : tree.stringValue(key + 1);
}
