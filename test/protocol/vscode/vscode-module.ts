/** The module `vscode` as the language client finds it, with an `Editor` behind it. */
import { Editor, EventEmitter, TabInputText, Uri, type TextDocument } from "./editor.ts";

type Filter = string | { readonly language?: string };

class Class {
  constructor(...values: unknown[]) {
    this.values = values;
  }
  values: unknown[];
}

class Position {
  constructor(
    readonly line: number,
    readonly character: number,
  ) {}
}

class Range {
  constructor(
    readonly start: Position,
    readonly end: Position,
  ) {}
}

class Diagnostic {
  code?: unknown;
  constructor(
    readonly range: Range,
    readonly message: string,
    readonly severity: number,
  ) {}
}

class CancellationError extends Error {}

class CancellationTokenSource {
  readonly #cancelled = new EventEmitter<undefined>();
  readonly token = {
    isCancellationRequested: false,
    onCancellationRequested: this.#cancelled.event,
  };
  cancel(): void {
    if (this.token.isCancellationRequested) return;
    this.token.isCancellationRequested = true;
    this.#cancelled.fire(undefined);
  }
  dispose(): void {
    this.#cancelled.dispose();
  }
}

/** `vscode.CodeActionKind`, of which there is one here. */
const codeActionKind = { append: (): object => codeActionKind };

const never = () => ({ dispose: () => undefined });
const nothing = () => Promise.resolve(undefined);

export function vscodeModule(editor: Editor): object {
  const real = {
    version: "1.100.0",
    Uri,
    EventEmitter,
    CancellationTokenSource,
    CancellationError,
    Position,
    Range,
    Diagnostic,
    TabInputText,
    CodeActionKind: { Empty: codeActionKind },
    DiagnosticSeverity: { Error: 0, Warning: 1, Information: 2, Hint: 3 },
    DiagnosticTag: { Unnecessary: 1, Deprecated: 2 },
    Disposable: Object.assign(Class, {
      from: (...disposables: { dispose(): void }[]) => ({
        dispose: () => {
          for (const disposable of disposables) disposable.dispose();
        },
      }),
    }),
    env: { appName: "Visual Studio Code", language: "en" },
    workspace: module({
      get textDocuments() {
        return editor.documents;
      },
      get workspaceFolders() {
        return [{ uri: Uri.file(editor.folder), name: "w", index: 0 }];
      },
      notebookDocuments: [],
      isTrusted: true,
      onDidOpenTextDocument: editor.opened.event,
      onDidCloseTextDocument: editor.closed.event,
      onDidChangeTextDocument: editor.changed.event,
      onDidChangeConfiguration: editor.settingsChanged.event,
      createFileSystemWatcher: () => ({
        onDidCreate: editor.created.event,
        onDidChange: editor.written.event,
        onDidDelete: editor.deleted.event,
        dispose: () => undefined,
      }),
      getConfiguration: (section?: string) => ({
        get: (key?: string) => editor.settings[[section, key].filter(Boolean).join(".")],
        inspect: () => undefined,
      }),
      applyEdit: nothing,
    }),
    languages: module({
      match: (selector: readonly Filter[], { languageId }: TextDocument) =>
        selector.some((filter) => typeof filter !== "string" && filter.language === languageId) ? 10 : 0,
      createDiagnosticCollection: editor.createCollection,
    }),
    window: module({
      tabGroups: {
        get all() {
          return [{ tabs: editor.tabs }];
        },
        onDidChangeTabs: editor.tabsChanged.event,
      },
      visibleTextEditors: [],
      activeTextEditor: undefined,
      showErrorMessage: nothing,
      showWarningMessage: nothing,
      showInformationMessage: nothing,
      createOutputChannel: () => module({ logLevel: 0, onDidChangeLogLevel: never }),
    }),
  };
  return new Proxy(real, {
    get: (target, name) =>
      name in target ? target[name as keyof typeof target] : anotherClass(String(name)),
  });
}

/** What is not there is a function that does nothing, or an event that never comes. */
function module<Members extends object>(members: Members): Members {
  return new Proxy(members, {
    get: (target, name, receiver) =>
      name in target ? (Reflect.get(target, name, receiver) as unknown) : never,
  });
}

const classes = new Map<string, object>();

/** A class or an enumeration of VS Code's that is only there to be extended or asked for a member. */
function anotherClass(name: string): object {
  let found = classes.get(name);
  if (!found) {
    found = new Proxy(class extends Class {}, {
      get: (target, member) =>
        member in target ? (Reflect.get(target, member) as unknown) : member === "then" ? undefined : 0,
    });
    classes.set(name, found);
  }
  return found;
}
