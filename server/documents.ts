/** The documents that the client has open, and what was edited in them since somebody looked. */
import type { MessageConnection } from "vscode-jsonrpc";
import type {
  DidChangeTextDocumentParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
  TextDocumentContentChangeEvent,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { insideDocument, toOffsets } from "./positions.ts";

/** UTF-16 units. Nobody writes such a rule file; reading it at every keystroke would hold up the others. */
export const TOO_LARGE = 32 * 1024 * 1024;

/** UTF-16 units. Above this, looking at every version of a burst would take longer than the burst. */
const LARGE = 256 * 1024;

/** Of more edits than these, following one by one costs more than looking at the text that comes out. */
const MOST_EDITS = 64;

let revisions = 0;

export interface DocumentEdit {
  readonly offset: number;
  readonly deleteCount: number;
  readonly insertText: string;
}

/** A document as the client has it now. Which language it calls it does not matter: it was opened with us. */
export class OpenDocument {
  /** Grows with every change of any document. Versions start again when a document is opened again; this does not. */
  revision = ++revisions;
  #edits: DocumentEdit[] | undefined = [];

  constructor(readonly text: TextDocument) {}

  get uri(): string {
    return this.text.uri;
  }

  get version(): number {
    return this.text.version;
  }

  get isLarge(): boolean {
    return this.text.getText().length > LARGE;
  }

  get isTooLarge(): boolean {
    return this.text.getText().length > TOO_LARGE;
  }

  change(changes: readonly TextDocumentContentChangeEvent[], version: number): void {
    this.revision = ++revisions;
    // If a change makes no sense, the edits do not lead to the text any more.
    const edits = this.#edits;
    this.#edits = undefined;
    let isFollowed = edits !== undefined;
    for (const change of changes) {
      const inside = insideDocument(this.text, change);
      if (!("range" in inside) || edits?.length === MOST_EDITS) isFollowed = false;
      else if (isFollowed) {
        const { start, end } = toOffsets(this.text, inside.range);
        edits?.push({ offset: start, deleteCount: end - start, insertText: change.text });
      }
      TextDocument.update(this.text, [inside], version);
    }
    if (isFollowed) this.#edits = edits;
  }

  /** What was edited since the last call; `undefined` where that is not known or too much. */
  takeEdits(): readonly DocumentEdit[] | undefined {
    const edits = this.#edits;
    if (edits?.length !== 0) this.#edits = [];
    return edits;
  }
}

export interface DocumentListener {
  /** Opened or changed. */
  changed(document: OpenDocument): void;
  closed(document: OpenDocument): void;
}

export class Documents {
  readonly #open = new Map<string, OpenDocument>();

  get(uri: string): OpenDocument | undefined {
    return this.#open.get(uri);
  }

  all(): readonly OpenDocument[] {
    return [...this.#open.values()];
  }

  follow(connection: MessageConnection, listener: DocumentListener): void {
    connection.onNotification("textDocument/didOpen", ({ textDocument }: DidOpenTextDocumentParams) => {
      const { uri, languageId, version, text } = textDocument;
      if (typeof uri !== "string" || typeof text !== "string") throw new TypeError("no document");
      const before = this.#open.get(uri);
      if (before) listener.closed(before);
      const document = new OpenDocument(TextDocument.create(uri, languageId, version, text));
      this.#open.set(uri, document);
      listener.changed(document);
    });
    connection.onNotification("textDocument/didChange", (params: DidChangeTextDocumentParams) => {
      const { uri, version } = params.textDocument;
      const document = this.#open.get(uri);
      if (!document || params.contentChanges.length === 0) return;
      if (typeof version !== "number") throw new TypeError("no version");
      document.change(params.contentChanges, version);
      listener.changed(document);
    });
    connection.onNotification("textDocument/didClose", ({ textDocument }: DidCloseTextDocumentParams) => {
      const document = this.#open.get(textDocument.uri);
      if (!document) return;
      this.#open.delete(textDocument.uri);
      listener.closed(document);
    });
  }
}
