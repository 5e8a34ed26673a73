/**
 * Completion: what may be written at a place of a rule file, in every state in which a file is while it is typed.
 * Pure; looks at the containers around the place and at nothing else.
 */
import { readRuleDocument, type RuleDocument } from "../document.ts";
import { NONE } from "../json/tree.ts";
import { cursorAt, stringAt, type Cursor } from "./completion/cursor.ts";
import { memberChoices } from "./completion/fields.ts";
import type { CompletionItem } from "./completion/item.ts";
import { NO_COMMAS, placed } from "./completion/placement.ts";
import { missingQuote } from "./completion/token.ts";
import { gapBefore, itemChoices, valueChoices } from "./completion/values.ts";
import { wholeRuleChoices } from "./completion/whole-rules.ts";
import { NO_FACTS, type Facts } from "./facts.ts";

export type { CompletionEdit, CompletionItem, CompletionKind } from "./completion/item.ts";

/**
 * @param offset in UTF-16 units; one outside of the text counts as its nearest end
 * @returns the best first
 */
export function complete(document: RuleDocument, offset: number, facts: Facts = NO_FACTS): CompletionItem[] {
  const { text, tree } = document;
  const at = Number.isFinite(offset) ? Math.min(Math.max(0, Math.trunc(offset)), text.length) : text.length;
  const quote = tree.problems.length > 0 ? missingQuoteAt(document, at) : undefined;
  if (quote === undefined) return itemsAt(document, at, facts);
  // The missing quote turns the rest of its line inside out: it is put there, and the text read again.
  const closed = `${text.slice(0, quote)}"${text.slice(quote)}`;
  const items = itemsAt(readRuleDocument(closed, document.target, tree.hasRawBytes), at, facts);
  return items.map((item) => ({ ...item, edit: { ...item.edit, end: Math.min(item.edit.end, quote) } }));
}

function missingQuoteAt(document: RuleDocument, offset: number): number | undefined {
  const node = stringAt(document, offset);
  return node === NONE ? undefined : missingQuote(document.tree, node, offset);
}

function itemsAt(document: RuleDocument, offset: number, facts: Facts): CompletionItem[] {
  const cursor = cursorAt(document, offset);
  if (!cursor) return [];
  switch (cursor.at) {
    case "root":
      return placed(wholeRuleChoices(document, cursor.token, false, facts), { ...cursor, commas: NO_COMMAS });
    case "key":
      return memberItems(document, cursor, facts);
    case "value":
      return placed(valueChoices(document, cursor, facts), { ...cursor, gap: gapBefore(document, cursor) });
    case "item":
      return placed(itemChoices(document, cursor, facts), cursor);
  }
}

function memberItems(
  document: RuleDocument,
  cursor: Extract<Cursor, { at: "key" }>,
  facts: Facts,
): CompletionItem[] {
  const { present, choices } = memberChoices(document, cursor, facts);
  const { scope, token, hasColon } = cursor;
  const isNewFile = !scope.parent && !hasColon && present.names.size === 0;
  const rules = isNewFile ? wholeRuleChoices(document, token, true, facts) : [];
  return placed([...rules, ...choices], cursor);
}
