/**
 * As much of VS Code as the real `vscode-languageclient` looks at: documents, tabs, file events and collections of
 * diagnostics, with the order of events that VS Code has. Everything else that the client touches is there and
 * does nothing.
 */
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

export interface Disposable {
  dispose(): void;
}

/** `vscode.EventEmitter`, which calls its listeners at once. */
export class EventEmitter<Event> {
  readonly #listeners = new Set<(event: Event) => unknown>();
  readonly event = (
    listener: (event: Event) => unknown,
    thisArg?: unknown,
    into?: Disposable[],
  ): Disposable => {
    const bound = listener.bind(thisArg);
    this.#listeners.add(bound);
    const disposable = { dispose: () => void this.#listeners.delete(bound) };
    into?.push(disposable);
    return disposable;
  };
  fire = (event: Event): void => {
    for (const listener of [...this.#listeners]) listener(event);
  };
  dispose = (): void => this.#listeners.clear();
}

/** `vscode.Uri` for files. */
export class Uri {
  readonly scheme = "file";
  private constructor(readonly path: string) {}
  static parse(text: string): Uri {
    return Uri.file(fileURLToPath(text));
  }
  static file(place: string): Uri {
    return new Uri(place);
  }
  get fsPath(): string {
    return this.path;
  }
  toString(): string {
    return pathToFileURL(this.path).href;
  }
}

interface Diagnostic {
  readonly code?: string | number | { readonly value: string | number };
}

class Collection {
  readonly shown = new Map<string, readonly Diagnostic[]>();
  set(uri: Uri, diagnostics: readonly Diagnostic[] | undefined): void {
    if (diagnostics === undefined || diagnostics.length === 0) this.shown.delete(uri.path);
    else this.shown.set(uri.path, diagnostics);
  }
  delete(uri: Uri): void {
    this.shown.delete(uri.path);
  }
  clear(): void {
    this.shown.clear();
  }
  dispose(): void {
    this.shown.clear();
  }
}

export class TextDocument {
  version = 1;
  readonly isUntitled = false;
  constructor(
    readonly uri: Uri,
    public languageId: string,
    private text: string,
  ) {}
  getText(): string {
    return this.text;
  }
  replace(text: string): void {
    this.text = text;
    this.version++;
  }
}

export class TabInputText {
  constructor(readonly uri: Uri) {}
}

interface Tab {
  readonly input: TabInputText;
}

export class Editor {
  readonly opened = new EventEmitter<TextDocument>();
  readonly closed = new EventEmitter<TextDocument>();
  readonly changed = new EventEmitter<unknown>();
  readonly tabsChanged = new EventEmitter<{ opened: Tab[]; closed: Tab[]; changed: Tab[] }>();
  readonly settingsChanged = new EventEmitter<{ affectsConfiguration(section: string): boolean }>();
  readonly created = new EventEmitter<Uri>();
  readonly written = new EventEmitter<Uri>();
  readonly deleted = new EventEmitter<Uri>();
  readonly documents: TextDocument[] = [];
  readonly collections = new Set<Collection>();
  tabs: Tab[] = [];
  settings: Readonly<Record<string, unknown>> = {};

  constructor(readonly folder: string) {}

  uri(name: string): Uri {
    return Uri.file(path.join(this.folder, name));
  }

  createCollection = (): Collection => {
    const collection = new Collection();
    this.collections.add(collection);
    return collection;
  };

  /** The codes that stand in the list of problems, by file; files without problems are left out. */
  problems(): Record<string, string[]> {
    const found: Record<string, string[]> = {};
    for (const { shown } of this.collections)
      for (const [file, diagnostics] of shown)
        (found[path.relative(this.folder, file)] ??= []).push(
          ...diagnostics.map(({ code }) => String(typeof code === "object" ? code.value : code)),
        );
    return found;
  }

  open(name: string, languageId: string): void {
    this.#showTab(name);
    this.#openDocument(name, languageId);
  }

  type(name: string, text: string): void {
    const document = this.#document(name);
    const before = document.getText();
    const start = { line: 0, character: 0 };
    const end = { line: before.split("\n").length, character: 0 };
    document.replace(text);
    this.changed.fire({
      document,
      contentChanges: [{ range: { start, end }, rangeLength: before.length, text }],
      reason: undefined,
    });
  }

  save(name: string): void {
    writeFileSync(this.uri(name).path, this.#document(name).getText());
    this.written.fire(this.uri(name));
  }

  /** First the tab goes, then the document; what was not saved is lost. */
  close(name: string): void {
    this.#hideTab(name);
    this.#closeDocument(name);
  }

  /** Closed in one language and opened in the other, under the same tab. */
  setLanguage(name: string, languageId: string): void {
    const document = this.#document(name);
    this.closed.fire(document);
    document.languageId = languageId;
    this.opened.fire(document);
  }

  /** In the explorer: the file moves, then its tab and document give way to those of the new name; then come the file events. */
  rename(from: string, to: string, languageId: string): void {
    renameSync(this.uri(from).path, this.uri(to).path);
    const isOpen = this.documents.some(({ uri }) => uri.path === this.uri(from).path);
    if (isOpen) {
      this.#openDocument(to, languageId);
      this.#showTab(to);
      this.#hideTab(from);
      this.#closeDocument(from);
    }
    this.deleted.fire(this.uri(from));
    this.created.fire(this.uri(to));
  }

  delete(name: string): void {
    rmSync(this.uri(name).path);
    this.deleted.fire(this.uri(name));
  }

  #document(name: string): TextDocument {
    const { path: place } = this.uri(name);
    const document = this.documents.find(({ uri }) => uri.path === place);
    if (!document) throw new Error(`${name} is not open`);
    return document;
  }

  #openDocument(name: string, languageId: string): void {
    const uri = this.uri(name);
    const document = new TextDocument(uri, languageId, readFileSync(uri.path, "utf8"));
    this.documents.push(document);
    this.opened.fire(document);
  }

  #closeDocument(name: string): void {
    const document = this.#document(name);
    this.documents.splice(this.documents.indexOf(document), 1);
    this.closed.fire(document);
  }

  #showTab(name: string): void {
    const tab = { input: new TabInputText(this.uri(name)) };
    this.tabs = [...this.tabs, tab];
    this.tabsChanged.fire({ opened: [tab], closed: [], changed: [] });
  }

  #hideTab(name: string): void {
    const gone = this.tabs.filter(({ input }) => input.uri.path === this.uri(name).path);
    this.tabs = this.tabs.filter((tab) => !gone.includes(tab));
    this.tabsChanged.fire({ opened: [], closed: gone, changed: [] });
  }
}
