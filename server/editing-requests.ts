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
  requests.onLate<CompletionParams, CompletionList | null>(
    "textDocument/completion",
    null,
    ({ completions }) =>
      (reading, document, { position, context }) => {
        const offset = toOffset(document.text, position);
        return completions(reading, document, offset, context, facts(), client());
      },
  );
  connection.onRequest("completionItem/resolve", async (item: CompletionItem): Promise<CompletionItem> => {
    const features = await requests.features();
    const texts = await documentation.get();
    const text = features?.completionDocumentation(item.data, texts, client());
    return text ? { ...item, documentation: text } : item;
  });
  requests.onLate<TextDocumentPositionParams, Hover | null>(
    "textDocument/hover",
    null,
    ({ hoverAt }) =>
      async (reading, document, { position }) => {
        const hover = hoverAt(reading, document, toOffset(document.text, position), facts(), client());
        return hover ? hover(await documentation.get()) : null;
      },
  );
  requests.onLate<DocumentSymbolParams, DocumentSymbol[] | SymbolInformation[] | null>(
    "textDocument/documentSymbol",
    null,
    ({ outline }) =>
      (reading, document) =>
        outline(reading, document, client()),
  );
  requests.onLate<FoldingRangeParams, FoldingRange[] | null>(
    "textDocument/foldingRange",
    null,
    ({ folds }) =>
      (reading, document) =>
        folds(reading, document, client()),
  );
  requests.onLate<SelectionRangeParams, SelectionRange[] | null>(
    "textDocument/selectionRange",
    null,
    ({ selections }) =>
      (reading, document, { positions }) =>
        selections(reading, document, positions),
  );
  requests.onLate<TextDocumentPositionParams, DocumentHighlight[] | null>(
    "textDocument/documentHighlight",
    null,
    ({ highlightsAt }) =>
      (reading, document, { position }) =>
        highlightsAt(reading, document, toOffset(document.text, position)),
  );
  requests.onLate<DocumentLinkParams, DocumentLink[] | null>(
    "textDocument/documentLink",
    null,
    ({ links }) =>
      async (reading, document) => {
        const { revision } = document;
        const texts = await documentation.get();
        // What was read belongs to another text if the document was changed meanwhile.
        return document.revision === revision ? links(reading, document, texts, client()) : null;
      },
  );
  requests.onLate<InlayHintParams, InlayHint[] | null>(
    "textDocument/inlayHint",
    null,
    ({ hintsIn }) =>
      (reading, document, { range }) =>
        hintsIn(reading, document, range),
  );
  requests.onLate<DocumentFormattingParams, TextEdit[] | null>(
    "textDocument/formatting",
    null,
    ({ formatted }) =>
      (_reading, document, { options }) =>
        formatted(document, options),
  );
  requests.onLate<DocumentRangeFormattingParams, TextEdit[] | null>(
    "textDocument/rangeFormatting",
    null,
    ({ formatted }) =>
      (_reading, document, { options, range }) =>
        formatted(document, options, range),
  );
  requests.onLate<DocumentRangesFormattingParams, TextEdit[] | null>(
    "textDocument/rangesFormatting",
    null,
    ({ formattedParts }) =>
      (_reading, document, { options, ranges }) =>
        formattedParts(document, options, ranges),
  );
}
