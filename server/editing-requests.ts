/** The features of the protocol for who reads and writes a document: which request goes to which of them. */
import type { MessageConnection } from "vscode-jsonrpc";
import type {
  CompletionItem,
  CompletionList,
  CompletionParams,
  DocumentFormattingParams,
  DocumentHighlight,
  DocumentLink,
  DocumentLinkParams,
  DocumentRangeFormattingParams,
  DocumentRangesFormattingParams,
  DocumentSymbol,
  DocumentSymbolParams,
  FoldingRange,
  FoldingRangeParams,
  Hover,
  InlayHint,
  InlayHintParams,
  SelectionRange,
  SelectionRangeParams,
  SymbolInformation,
  TextDocumentPositionParams,
  TextEdit,
} from "vscode-languageserver";
import type { Facts } from "../core/features/facts.ts";
import type { ClientSupport } from "./client-support.ts";
import type { DocumentationSource } from "./documentation.ts";
import { completionDocumentation, completions } from "./features/completion.ts";
import { formatted, formattedParts } from "./features/formatting.ts";
import { hoverAt } from "./features/hover.ts";
import { hintsIn } from "./features/inlay-hints.ts";
import { folds, highlightsAt, links, selections } from "./features/structure.ts";
import { outline } from "./features/symbols.ts";
import { toOffset } from "./positions.ts";
import type { Requests } from "./requests.ts";

/** What the features need besides the document. */
export interface Surroundings {
  readonly client: () => ClientSupport;
  readonly facts: () => Facts;
  readonly documentation: DocumentationSource;
}

export function registerEditing(
  connection: MessageConnection,
  requests: Requests,
  { client, facts, documentation }: Surroundings,
): void {
  requests.on<CompletionParams, CompletionList | null>(
    "textDocument/completion",
    null,
    (reading, document, { position, context }) => {
      const offset = toOffset(document.text, position);
      return completions(reading, document, offset, context, facts(), client());
    },
  );
  connection.onRequest("completionItem/resolve", async (item: CompletionItem): Promise<CompletionItem> => {
    const texts = await documentation.get();
    const text = completionDocumentation(item.data, texts, client());
    return text ? { ...item, documentation: text } : item;
  });
  requests.on<TextDocumentPositionParams, Hover | null>(
    "textDocument/hover",
    null,
    async (reading, document, { position }) => {
      const hover = hoverAt(reading, document, toOffset(document.text, position), facts(), client());
      return hover ? hover(await documentation.get()) : null;
    },
  );
  requests.on<DocumentSymbolParams, DocumentSymbol[] | SymbolInformation[] | null>(
    "textDocument/documentSymbol",
    null,
    (reading, document) => outline(reading, document, client()),
  );
  requests.on<FoldingRangeParams, FoldingRange[] | null>(
    "textDocument/foldingRange",
    null,
    (reading, document) => folds(reading, document, client()),
  );
  requests.on<SelectionRangeParams, SelectionRange[] | null>(
    "textDocument/selectionRange",
    null,
    (reading, document, { positions }) => selections(reading, document, positions),
  );
  requests.on<TextDocumentPositionParams, DocumentHighlight[] | null>(
    "textDocument/documentHighlight",
    null,
    (reading, document, { position }) => highlightsAt(reading, document, toOffset(document.text, position)),
  );
  requests.on<DocumentLinkParams, DocumentLink[] | null>(
    "textDocument/documentLink",
    null,
    async (reading, document) => {
      const { revision } = document;
      const texts = await documentation.get();
      // What was read belongs to another text if the document was changed meanwhile.
      return document.revision === revision ? links(reading, document, texts, client()) : null;
    },
  );
  requests.on<InlayHintParams, InlayHint[] | null>(
    "textDocument/inlayHint",
    null,
    (reading, document, { range }) => hintsIn(reading, document, range),
  );
  requests.on<DocumentFormattingParams, TextEdit[] | null>(
    "textDocument/formatting",
    null,
    (_reading, document, { options }) => formatted(document, options),
  );
  requests.on<DocumentRangeFormattingParams, TextEdit[] | null>(
    "textDocument/rangeFormatting",
    null,
    (_reading, document, { options, range }) => formatted(document, options, range),
  );
  requests.on<DocumentRangesFormattingParams, TextEdit[] | null>(
    "textDocument/rangesFormatting",
    null,
    (_reading, document, { options, ranges }) => formattedParts(document, options, ranges),
  );
}
