/** Diagnostics for clients that ask for them. */
import {
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
  type CancellationToken,
  type Diagnostic,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  type TextDocuments,
} from "vscode-languageserver";
import { messagesFirst } from "./arrived-messages.ts";
import type { OpenDocument } from "./documents.ts";
import type { SettingsSource } from "./settings-source.ts";

export class DiagnosticPull {
  /** Counts the sets of settings, because the same text has other problems under others. */
  #era = 0;

  constructor(
    private readonly documents: TextDocuments<OpenDocument>,
    private readonly settings: SettingsSource,
    private readonly diagnose: (document: OpenDocument) => Diagnostic[],
  ) {}

  settingsChanged(): void {
    this.#era++;
  }

  async answer(
    { textDocument: { uri }, previousResultId }: DocumentDiagnosticParams,
    token: CancellationToken,
  ): Promise<DocumentDiagnosticReport> {
    await this.settings.ready;
    // A cancellation that has arrived behind the request is read first.
    if (this.documents.get(uri)?.isLarge) await messagesFirst();
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, "cancelled");
    const document = this.documents.get(uri);
    if (!document) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    const resultId = `${document.revision}.${this.#era}`;
    if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items: this.diagnose(document) };
  }
}
