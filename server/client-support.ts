/** What the client can do, read once. What it does not mention it cannot. */
import type { DiagnosticTag, InitializeParams } from "vscode-languageserver";
import { editingSupport, type EditingSupport } from "./editing-support.ts";

export interface ClientSupport extends EditingSupport {
  /** Asks for diagnostics itself; then none are pushed. */
  readonly pull: boolean;
  /** Asks again when told that all diagnostics may have changed. */
  readonly refresh: boolean;
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  readonly tags: readonly DiagnosticTag[];
  /** Understands code actions that are more than commands. */
  readonly codeActions: boolean;
  readonly preferredActions: boolean;
  /** Takes edits that name the version they belong to. */
  readonly versionedEdits: boolean;
  /** Makes new files as part of an edit. */
  readonly createsFiles: boolean;
  /** Answers `workspace/configuration`. */
  readonly configuration: boolean;
  readonly configurationRegistration: boolean;
  /** Tells about files that change on the disk. */
  readonly watchedFiles: boolean;
  readonly workspaceFolders: boolean;
}

export const NO_SUPPORT: ClientSupport = clientSupport({ capabilities: {} });

export function clientSupport(params: Pick<InitializeParams, "capabilities" | "clientInfo">): ClientSupport {
  const { textDocument = {}, workspace = {} } = params.capabilities;
  const { diagnostic, publishDiagnostics, codeAction } = textDocument;
  // Since version 3.18 of the protocol both kinds say how they show a diagnostic; before, only pushed ones did.
  const shown = { ...publishDiagnostics, ...diagnostic };
  const versionedEdits = workspace.workspaceEdit?.documentChanges ?? false;
  return {
    ...editingSupport(params),
    pull: diagnostic !== undefined,
    refresh: workspace.diagnostics?.refreshSupport ?? false,
    relatedInformation: shown.relatedInformation ?? false,
    codeDescription: shown.codeDescriptionSupport ?? false,
    tags: shown.tagSupport?.valueSet ?? [],
    codeActions: codeAction?.codeActionLiteralSupport !== undefined,
    preferredActions: codeAction?.isPreferredSupport ?? false,
    versionedEdits,
    createsFiles: versionedEdits && (workspace.workspaceEdit?.resourceOperations ?? []).includes("create"),
    configuration: workspace.configuration ?? false,
    configurationRegistration: workspace.didChangeConfiguration?.dynamicRegistration ?? false,
    watchedFiles: workspace.didChangeWatchedFiles?.dynamicRegistration ?? false,
    workspaceFolders: workspace.workspaceFolders ?? false,
  };
}
