/** What the server says it can do: nothing that the client could not use. */
import type { ServerCapabilities } from "vscode-languageserver";
import type { ClientSupport } from "./client-support.ts";
import { CODE_ACTION_KINDS } from "./code-action-kinds.ts";
import { SOURCE } from "./diagnostics.ts";

const INCREMENTAL = 2;
const COMPLETION_TRIGGERS = ['"', ":", ","];

/** @param hasFiles whether there is a file system in which rule files can be found */
export function serverCapabilities(client: ClientSupport, hasFiles: boolean): ServerCapabilities {
  return {
    positionEncoding: "utf-16",
    textDocumentSync: { openClose: true, change: INCREMENTAL },
    ...(client.codeActions && { codeActionProvider: { codeActionKinds: CODE_ACTION_KINDS } }),
    ...(client.pull && {
      diagnosticProvider: {
        identifier: SOURCE,
        interFileDependencies: true,
        workspaceDiagnostics: hasFiles,
      },
    }),
    ...(client.completion && {
      completionProvider: { triggerCharacters: COMPLETION_TRIGGERS, resolveProvider: true },
    }),
    ...(client.hover && { hoverProvider: true }),
    ...(client.symbols && { documentSymbolProvider: true }),
    ...(client.folding && { foldingRangeProvider: true }),
    ...(client.selectionRanges && { selectionRangeProvider: true }),
    ...(client.highlights && { documentHighlightProvider: true }),
    ...(client.links && { documentLinkProvider: {} }),
    ...(client.inlayHints && { inlayHintProvider: true }),
    ...(client.formatting && { documentFormattingProvider: true }),
    ...(client.rangeFormatting && {
      documentRangeFormattingProvider: client.rangesFormatting ? { rangesSupport: true } : true,
    }),
    ...(client.workspaceFolders && {
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    }),
  };
}
