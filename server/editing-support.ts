/** What the client can do while somebody writes: completion, hover, outline and what is shown in the text. */
import type { InitializeParams, SymbolKind } from "vscode-languageserver";

export interface EditingSupport {
  readonly completion: boolean;
  readonly snippets: boolean;
  /** Indents the further lines of what it puts in. */
  readonly adjustsIndentation: boolean;
  readonly markdownDocumentation: boolean;
  readonly deprecatedTag: boolean;
  readonly preselect: boolean;
  /** A command that opens completion again, for a place where there is more to choose. */
  readonly suggestCommand: string | undefined;
  readonly hover: boolean;
  readonly markdownHover: boolean;
  readonly symbols: boolean;
  readonly hierarchicalSymbols: boolean;
  readonly symbolKinds: readonly SymbolKind[];
  readonly folding: boolean;
  readonly mostFolds: number;
  readonly selectionRanges: boolean;
  readonly highlights: boolean;
  readonly links: boolean;
  readonly linkTooltips: boolean;
  readonly isVSCode: boolean;
  readonly inlayHints: boolean;
  readonly inlayHintRefresh: boolean;
  readonly formatting: boolean;
  readonly rangeFormatting: boolean;
  /** Formats several ranges with one request. */
  readonly rangesFormatting: boolean;
}

const ADJUST_INDENTATION = 2;
const DEPRECATED = 1;
/** Up to `Array`: what every client must know. */
const BASIC_SYMBOL_KINDS = Array.from({ length: 18 }, (_, index) => (index + 1) as SymbolKind);

/** Editors made from VS Code, which have its commands. */
const VSCODE = /Visual Studio Code|VSCodium|Code - OSS|code-server|Cursor/i;

export function editingSupport({
  capabilities: { textDocument = {}, workspace = {} },
  clientInfo,
}: Pick<InitializeParams, "capabilities" | "clientInfo">): EditingSupport {
  const { completion, hover, documentSymbol, foldingRange, documentLink } = textDocument;
  const item = completion?.completionItem ?? {};
  const isVSCode = VSCODE.test(clientInfo?.name ?? "");
  return {
    isVSCode,
    completion: completion !== undefined,
    snippets: item.snippetSupport ?? false,
    adjustsIndentation: item.insertTextModeSupport?.valueSet.includes(ADJUST_INDENTATION) ?? false,
    markdownDocumentation: item.documentationFormat?.includes("markdown") ?? false,
    deprecatedTag: item.tagSupport?.valueSet.includes(DEPRECATED) ?? false,
    preselect: item.preselectSupport ?? false,
    suggestCommand: isVSCode ? "editor.action.triggerSuggest" : undefined,
    hover: hover !== undefined,
    markdownHover: hover?.contentFormat?.includes("markdown") ?? false,
    symbols: documentSymbol !== undefined,
    hierarchicalSymbols: documentSymbol?.hierarchicalDocumentSymbolSupport ?? false,
    symbolKinds: documentSymbol?.symbolKind?.valueSet ?? BASIC_SYMBOL_KINDS,
    folding: foldingRange !== undefined,
    mostFolds: foldingRange?.rangeLimit ?? Infinity,
    selectionRanges: textDocument.selectionRange !== undefined,
    highlights: textDocument.documentHighlight !== undefined,
    links: documentLink !== undefined,
    linkTooltips: documentLink?.tooltipSupport ?? false,
    inlayHints: textDocument.inlayHint !== undefined,
    inlayHintRefresh: workspace.inlayHint?.refreshSupport ?? false,
    formatting: textDocument.formatting !== undefined,
    rangeFormatting: textDocument.rangeFormatting !== undefined,
    rangesFormatting: textDocument.rangeFormatting?.rangesSupport ?? false,
  };
}
