/** Diagnostics for clients that do not ask: sent at every change, with the version they belong to. */
import type { MessageConnection } from "vscode-jsonrpc";
import type { Diagnostic } from "vscode-languageserver";
import { messagesFirst } from "./arrived-messages.ts";
import { notify } from "./connection.ts";
import type { Documents, OpenDocument } from "./documents.ts";

const PUBLISH = "textDocument/publishDiagnostics";

export class DiagnosticPush {
  constructor(
    private readonly connection: MessageConnection,
    private readonly documents: Documents,
    private readonly diagnose: (document: OpenDocument) => Diagnostic[],
  ) {}

  /** Of a burst of edits in a large document only the last is looked at; nobody waits longer than for the burst. */
  changed(document: OpenDocument): void {
    if (document.isLarge) void this.#publishLast(document);
    else this.#publish(document);
  }

  closed({ uri }: OpenDocument): void {
    notify(this.connection, PUBLISH, { uri, diagnostics: [] });
  }

  async #publishLast(document: OpenDocument): Promise<void> {
    const { uri, revision } = document;
    await messagesFirst();
    const isNewest = document.revision === revision && this.documents.get(uri) === document;
    if (isNewest) this.#publish(document);
  }

  #publish(document: OpenDocument): void {
    const { uri, version } = document;
    notify(this.connection, PUBLISH, { uri, version, diagnostics: this.diagnose(document) });
  }
}
