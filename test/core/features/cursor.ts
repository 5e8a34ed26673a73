/** Documents with `|` where the cursor stands. */
import { readRuleDocument, type RuleDocument } from "../../../core/document.ts";
import type { Range } from "../../../core/problem.ts";

export function atCursor(marked: string): { document: RuleDocument; offset: number; range: Range } {
  const offset = marked.indexOf("|");
  const document = readRuleDocument(marked.slice(0, offset) + marked.slice(offset + 1));
  return { document, offset, range: { start: offset, end: offset } };
}

export function textOf(document: RuleDocument, { start, end }: Range): string {
  return document.text.slice(start, end);
}
