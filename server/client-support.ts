/** What the client can do, read once. What it does not mention it cannot. */
import type { ClientCapabilities, DiagnosticTag } from "vscode-languageserver";

export interface ClientSupport {
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
  /** Answers `workspace/configuration`. */
  readonly configuration: boolean;
  readonly configurationRegistration: boolean;
}

export function clientSupport({ textDocument = {}, workspace = {} }: ClientCapabilities): ClientSupport {
  const { diagnostic, publishDiagnostics, codeAction } = textDocument;
  // Since version 3.18 of the protocol both kinds say how they show a diagnostic; before, only pushed ones did.
  const shown = { ...publishDiagnostics, ...diagnostic };
  return {
    pull: diagnostic !== undefined,
    refresh: workspace.diagnostics?.refreshSupport ?? false,
    relatedInformation: shown.relatedInformation ?? false,
    codeDescription: shown.codeDescriptionSupport ?? false,
    tags: shown.tagSupport?.valueSet ?? [],
    codeActions: codeAction?.codeActionLiteralSupport !== undefined,
    preferredActions: codeAction?.isPreferredSupport ?? false,
    versionedEdits: workspace.workspaceEdit?.documentChanges ?? false,
    configuration: workspace.configuration ?? false,
    configurationRegistration: workspace.didChangeConfiguration?.dynamicRegistration ?? false,
  };
}
