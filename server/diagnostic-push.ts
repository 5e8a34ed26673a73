/** Diagnostics for clients that do not ask: sent at every change, with the version they belong to. */
import type { Connection, Diagnostic, PublishDiagnosticsParams, TextDocuments } from "vscode-languageserver";
import { messagesFirst } from "./arrived-messages.ts";
import type { OpenDocument } from "./documents.ts";

export class DiagnosticPush {
  constructor(
    private readonly connection: Connection,
    private readonly documents: TextDocuments<OpenDocument>,
    private readonly diagnose: (document: OpenDocument) => Diagnostic[],
  ) {}

  /** Of a burst of edits in a large document only the last is looked at; nobody waits longer than for the burst. */
  changed(document: OpenDocument): void {
    if (document.isLarge) void this.#publishLast(document);
    else this.#publish(document);
  }

  closed({ uri }: OpenDocument): void {
    this.#send({ uri, diagnostics: [] });
  }

  async #publishLast(document: OpenDocument): Promise<void> {
    const { uri, revision } = document;
    await messagesFirst();
    const isNewest = document.revision === revision && this.documents.get(uri) === document;
    if (isNewest) this.#publish(document);
  }

  #publish(document: OpenDocument): void {
    const { uri, version } = document;
    this.#send({ uri, version, diagnostics: this.diagnose(document) });
  }

  #send(params: PublishDiagnosticsParams): void {
    // It fails only when the client is gone, and then there is nobody to tell.
    this.connection.sendDiagnostics(params).catch(() => undefined);
  }
}
