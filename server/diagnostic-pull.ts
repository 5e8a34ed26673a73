/** Diagnostics for clients that ask for them. */
import type { CancellationToken } from "vscode-jsonrpc";
import type { Diagnostic, DocumentDiagnosticParams, DocumentDiagnosticReport } from "vscode-languageserver";
import { messagesFirst } from "./arrived-messages.ts";
import { throwIfCancelled } from "./connection.ts";
import type { Documents, OpenDocument } from "./documents.ts";
import type { SettingsForFiles } from "./settings-for-files.ts";

export class DiagnosticPull {
  constructor(
    private readonly documents: Documents,
    private readonly settings: SettingsForFiles,
    private readonly picture: { readonly revision: number },
    private readonly diagnose: (document: OpenDocument) => Diagnostic[],
  ) {}

  async answer(
    { textDocument: { uri }, previousResultId }: DocumentDiagnosticParams,
    token: CancellationToken,
  ): Promise<DocumentDiagnosticReport> {
    await this.settings.ready(uri);
    // A cancellation that has arrived behind the request is read first.
    if (this.documents.get(uri)?.isLarge) await messagesFirst();
    throwIfCancelled(token);
    const document = this.documents.get(uri);
    if (!document) return { kind: "full", items: [] };
    const resultId = `${document.revision}.${this.settings.era}.${this.picture.revision}`;
    if (resultId === previousResultId) return { kind: "unchanged", resultId };
    return { kind: "full", resultId, items: this.diagnose(document) };
  }
}
