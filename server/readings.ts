/** One reading of each version of a document, which every feature shares. */
import { checkDocument } from "../core/check-document.ts";
import { CheckSession } from "../core/check-session.ts";
import type { RuleDocument } from "../core/document.ts";
import type { Problem } from "../core/problem.ts";
import type { OpenDocument } from "./documents.ts";
import type { Settings } from "./settings.ts";

/** How many documents keep what was read: those a person looks at. The others are read again when needed. */
const KEPT = 16;

/** A document under one set of settings, followed from version to version. */
export class Reading {
  #session: CheckSession;
  #fixable: readonly Problem[] | undefined;
  revision: number;

  constructor(
    private readonly source: OpenDocument,
    readonly settings: Settings,
  ) {
    source.takeEdits();
    this.#session = this.#readAll();
    this.revision = source.revision;
  }

  /** The whole document, read when somebody asks: a keystroke in a long list looks at one rule only. */
  get file(): RuleDocument {
    return this.#session.document;
  }

  /** What is wrong, and where. */
  get problems(): readonly Problem[] {
    return this.#session.problems;
  }

  /** The same problems for whoever wants the fixes of many: each is found in the document as a whole. */
  get fixable(): readonly Problem[] {
    this.#fixable ??= checkDocument(this.file, this.settings.checks);
    return this.#fixable;
  }

  /** Goes on to the present version. */
  follow(): void {
    const { source } = this;
    if (this.revision === source.revision) return;
    this.revision = source.revision;
    this.#fixable = undefined;
    const edits = source.takeEdits();
    if (!edits || !this.#follow(edits)) this.#session = this.#readAll();
  }

  #follow(edits: readonly { offset: number; deleteCount: number; insertText: string }[]): boolean {
    const last = edits.length - 1;
    for (const [index, { offset, deleteCount, insertText }] of edits.entries()) {
      this.#session.edit(offset, deleteCount, insertText);
      // Looking at the whole once is enough: at the end.
      if (index < last && this.#session.lastLook === "the whole") return false;
    }
    return true;
  }

  #readAll(): CheckSession {
    const { target, checks } = this.settings;
    return new CheckSession(this.source.text.getText(), target, checks);
  }
}

/** Gives every feature the same reading of a document. */
export class Readings {
  /** The document read last stands last. */
  readonly #kept = new Map<OpenDocument, Reading>();
  #last: Reading | undefined;
  #lastSource: OpenDocument | undefined;

  /** The document must not be too large. */
  of(document: OpenDocument, settings: Settings): Reading {
    if (this.#lastSource !== document || this.#last?.settings !== settings) {
      const kept = this.#kept.get(document);
      this.#keep(document, kept?.settings === settings ? kept : new Reading(document, settings));
    }
    const reading = this.#last ?? new Reading(document, settings);
    reading.follow();
    return reading;
  }

  #keep(document: OpenDocument, reading: Reading): void {
    this.#last = reading;
    this.#lastSource = document;
    this.#kept.delete(document);
    this.#kept.set(document, reading);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= KEPT) break;
      this.#kept.delete(oldest);
    }
  }

  forget(document: OpenDocument): void {
    this.#kept.delete(document);
    if (this.#lastSource !== document) return;
    this.#last = undefined;
    this.#lastSource = undefined;
  }
}
