/** The documents that the client has open, and one reading of each version of them. */
import { TextDocuments, type TextDocumentContentChangeEvent } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { checkDocument } from "../core/check-document.ts";
import { readRuleDocument, type RuleDocument } from "../core/document.ts";
import type { Problem } from "../core/problem.ts";
import { insideDocument } from "./positions.ts";
import type { Settings } from "./settings.ts";

/** UTF-16 units. Nobody writes such a rule file; reading it at every keystroke would hold up the others. */
export const TOO_LARGE = 32 * 1024 * 1024;

/** UTF-16 units. Above this, looking at every version of a burst would take longer than the burst. */
const LARGE = 256 * 1024;

/** How many documents keep what was read: those a person looks at. The others are read again when needed. */
const KEPT = 16;

let revisions = 0;

/** A document as the client has it now. Which language it calls it does not matter: it was opened with us. */
export class OpenDocument {
  /** Grows with every change of any document. Versions start again when a document is opened again; this does not. */
  revision = ++revisions;

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
    for (const change of changes)
      TextDocument.update(this.text, [insideDocument(this.text, change)], version);
  }
}

/** The text is kept by `TextDocuments` of `vscode-languageserver`, which follows open, change and close. */
export function createDocuments(): TextDocuments<OpenDocument> {
  return new TextDocuments<OpenDocument>({
    create: (uri, language, version, content) =>
      new OpenDocument(TextDocument.create(uri, language, version, content)),
    update(document, changes, version) {
      document.change(changes, version);
      return document;
    },
  });
}

/** One version of a document under one set of settings: read at once, checked when somebody asks. */
export class Reading {
  #problems: readonly Problem[] | undefined;

  constructor(
    readonly revision: number,
    readonly settings: Settings,
    readonly file: RuleDocument,
  ) {}

  get problems(): readonly Problem[] {
    this.#problems ??= checkDocument(this.file, this.settings.checks);
    return this.#problems;
  }
}

/** Gives every feature the same reading of a document. */
export class Readings {
  /** The document read last stands last. */
  readonly #kept = new Map<OpenDocument, Reading>();

  /** The document must not be too large. */
  of(document: OpenDocument, settings: Settings): Reading {
    const kept = this.#kept.get(document);
    const isFresh = kept?.revision === document.revision && kept.settings === settings;
    const reading = isFresh
      ? kept
      : new Reading(document.revision, settings, readRuleDocument(document.text.getText(), settings.target));
    this.#kept.delete(document);
    this.#kept.set(document, reading);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= KEPT) break;
      this.#kept.delete(oldest);
    }
    return reading;
  }

  forget(document: OpenDocument): void {
    this.#kept.delete(document);
  }
}
