/** Completion items of `core` as items of the protocol, in what the client understands of them. */
import type {
  CompletionContext,
  CompletionItem as ProtocolItem,
  CompletionList,
  MarkupContent,
  Range as ProtocolRange,
} from "vscode-languageserver";
import { complete, type CompletionItem, type CompletionKind } from "../../core/features/completion.ts";
import type { Facts } from "../../core/features/facts.ts";
import { documentationFor, type Documentation } from "../../core/features/hover.ts";
import type { ClientSupport } from "../client-support.ts";
import type { OpenDocument } from "../documents.ts";
import { toProtocolRange, toTextEdit } from "../positions.ts";
import type { Reading } from "../readings.ts";
import { markup } from "./markup.ts";
import { plainSnippet } from "./plain-snippet.ts";
import { suppresses } from "./trigger.ts";

/** `CompletionItemKind`. */
const KINDS: Readonly<Record<CompletionKind, 10 | 12 | 15 | 18 | 20>> = {
  field: 10,
  value: 12,
  "enum-value": 20,
  fact: 18,
  snippet: 15,
};
const SNIPPET = 2;
const ADJUST_INDENTATION = 2;
const DEPRECATED = 1;
const TRIGGER_CHARACTER = 2;

export function completions(
  { file }: Reading,
  document: OpenDocument,
  offset: number,
  context: CompletionContext | undefined,
  facts: Facts,
  client: ClientSupport,
): CompletionList {
  const typed = context?.triggerKind === TRIGGER_CHARACTER ? context.triggerCharacter : undefined;
  if (typed !== undefined && suppresses(file, offset, typed)) return { isIncomplete: false, items: [] };
  const rangeOf = sharedRange(document);
  const items = complete(file, offset, facts).map((item) =>
    toProtocolItem(document, item, rangeOf(item.edit.start, item.edit.end), client),
  );
  return { isIncomplete: false, items };
}

/** Most items replace the same range. */
function sharedRange({ text }: OpenDocument): (start: number, end: number) => ProtocolRange {
  let known: { start: number; end: number; range: ProtocolRange } | undefined;
  return (start, end) => {
    if (known?.start !== start || known.end !== end)
      known = { start, end, range: toProtocolRange(text, { start, end }) };
    return known.range;
  };
}

function toProtocolItem(
  document: OpenDocument,
  item: CompletionItem,
  range: ProtocolRange,
  client: ClientSupport,
): ProtocolItem {
  const { edit, detail, documentationKey, additionalEdits } = item;
  const isSnippet = edit.isSnippet && client.snippets;
  const newText = edit.isSnippet && !isSnippet ? plainSnippet(edit.newText) : edit.newText;
  const result: ProtocolItem = {
    label: item.label,
    kind: KINDS[item.kind],
    sortText: item.sortText,
    filterText: item.filterText,
    textEdit: { range, newText },
  };
  if (detail !== undefined) result.detail = detail;
  if (isSnippet) result.insertTextFormat = SNIPPET;
  if (client.adjustsIndentation) result.insertTextMode = ADJUST_INDENTATION;
  if (item.preselect && client.preselect) result.preselect = true;
  if (item.deprecated && client.deprecatedTag) result.tags = [DEPRECATED];
  if (additionalEdits)
    result.additionalTextEdits = additionalEdits.map((each) => toTextEdit(document.text, each));
  if (item.suggestsNext && client.suggestCommand !== undefined)
    result.command = { title: "Suggest", command: client.suggestCommand };
  // What it is for is sent when somebody looks at the item.
  if (documentationKey !== undefined) result.data = documentationKey;
  return result;
}

export function completionDocumentation(
  data: unknown,
  documentation: Documentation,
  client: ClientSupport,
): MarkupContent | undefined {
  if (typeof data !== "string") return undefined;
  const text = documentationFor(data, documentation, { example: true });
  return text === "" ? undefined : markup(text, client.markdownDocumentation);
}
