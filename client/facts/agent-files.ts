/**
 * Files of code in the workspace and the agents that they register. Reading only, in trusted workspaces and others
 * alike; what the settings exclude is left out, and a workspace that is too large to be read whole makes the answer open.
 */
import * as vscode from "vscode";
import {
  allNames,
  CODE_FILE_ENDS,
  languageOfFile,
  registeredNames,
  type RegisteredNames,
} from "../../core/agents/registered-names.ts";
import { findFiles } from "../language/find-files.ts";
import type { KnownAgents } from "./project-facts.ts";

const CODE = `**/*.{${CODE_FILE_ENDS.join(",")}}`;
const FOREIGN = [
  "node_modules",
  ".git",
  "dist",
  "build",
  "out",
  ".venv",
  "venv",
  "__pycache__",
  "site-packages",
];
const MOST_FILES = 3000;
const WANTED = {
  include: CODE,
  exclude: undefined,
  most: MOST_FILES * 4,
  isWanted: ({ path }: vscode.Uri): boolean => languageOfFile(path) !== undefined,
  skipped: FOREIGN,
};
/** In bytes; longer code is generated. */
const LARGEST = 512 * 1024;
/** Files read at a time. */
const BATCH = 16;
/** Between two searches for a name that no code had; whoever moves the mouse over it asks again and again. */
const REST_MS = 5000;
const NOTHING: RegisteredNames = { names: [], isOpen: false };
/** Of what was not read nobody knows what it registers, so that no name may be called unknown. */
const UNREAD: RegisteredNames = { names: [], isOpen: true };

export class AgentFiles implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  readonly #files = new Map<string, { readonly uri: vscode.Uri; readonly found: RegisteredNames }>();
  /** The last reading of each file that is being read. */
  readonly #readings = new Map<string, symbol>();
  readonly #listeners: vscode.Disposable;
  #isComplete = false;
  #search: vscode.CancellationTokenSource | undefined;
  #searchedAt = -Infinity;
  /** What has changed while a search ran, which may have looked there before. */
  #meanwhile: (() => unknown)[] = [];

  constructor() {
    const watcher = vscode.workspace.createFileSystemWatcher(CODE);
    const read = (uri: vscode.Uri): void => this.#follow(() => this.#readAgain(uri));
    this.#listeners = vscode.Disposable.from(
      watcher,
      watcher.onDidCreate(read),
      watcher.onDidChange(read),
      watcher.onDidDelete((uri) => this.#follow(() => this.#lookAgainBelow(uri))),
      vscode.workspace.onDidChangeWorkspaceFolders(() => void this.search()),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration("files.exclude")) void this.search();
      }),
    );
  }

  /** `undefined` before the code was read. */
  get agents(): KnownAgents | undefined {
    if (!this.#isComplete) return undefined;
    const { names, isOpen } = allNames([...this.#files.values()].map(({ found }) => found));
    return { names, hasAll: !isOpen && this.#files.size < MOST_FILES };
  }

  /**
   * The files that register a name. Where none does, the code is searched anew: a watcher does not see everything
   * (a network drive, a system that can watch no more files).
   */
  async filesWith(name: string): Promise<readonly vscode.Uri[]> {
    const known = this.#filesWith(name);
    if (known.length > 0 || Date.now() - this.#searchedAt < REST_MS) return known;
    await this.search();
    return this.#filesWith(name);
  }

  #filesWith(name: string): vscode.Uri[] {
    return [...this.#files.values()]
      .filter(({ found }) => found.names.some((each) => each.name === name))
      .map(({ uri }) => uri);
  }

  /** Reads all code anew. */
  async search(): Promise<void> {
    this.#search?.cancel();
    const search = (this.#search = new vscode.CancellationTokenSource());
    const { token } = search;
    this.#searchedAt = Date.now();
    // The settings say what is excluded; what lies in foreign folders is filtered here.
    const uris = (await findFiles(WANTED, token)).filter(isOwn);
    const files = new Map<string, { readonly uri: vscode.Uri; readonly found: RegisteredNames }>();
    for (let at = 0; at < Math.min(uris.length, MOST_FILES); at += BATCH) {
      if (token.isCancellationRequested) return;
      const batch = uris.slice(at, Math.min(at + BATCH, MOST_FILES));
      const found = await Promise.all(batch.map(namesAt));
      for (const [index, uri] of batch.entries()) {
        const names = found[index];
        if (names) files.set(uri.toString(), { uri, found: names });
      }
    }
    if (token.isCancellationRequested) return;
    this.#files.clear();
    for (const [key, file] of files) this.#files.set(key, file);
    this.#isComplete = true;
    this.#search = undefined;
    const meanwhile = this.#meanwhile;
    this.#meanwhile = [];
    for (const change of meanwhile) await change();
    this.#changed.fire();
  }

  #follow(change: () => unknown): void {
    if (this.#search) this.#meanwhile.push(change);
    if (this.#isComplete) void change();
  }

  async #readAgain(uri: vscode.Uri): Promise<void> {
    if (!isOwn(uri)) return;
    const key = uri.toString();
    const reading = Symbol();
    this.#readings.set(key, reading);
    const found = await namesAt(uri);
    // Of two that overlap the later one counts, whichever ends first: an earlier one may have found half a file.
    if (this.#readings.get(key) !== reading) return;
    this.#readings.delete(key);
    const before = this.#files.get(key)?.found;
    if (found) this.#files.set(key, { uri, found });
    else this.#files.delete(key);
    if (JSON.stringify(before ?? NOTHING) !== JSON.stringify(found ?? NOTHING)) this.#changed.fire();
  }

  /**
   * A file has gone, or a folder with what is in it. It may be there again: of what happens at once, VS Code tells what
   * was deleted last.
   */
  async #lookAgainBelow(uri: vscode.Uri): Promise<void> {
    const key = uri.toString();
    const gone = [...this.#files].filter(([each]) => each === key || each.startsWith(`${key}/`));
    await Promise.all(gone.map(([, file]) => this.#readAgain(file.uri)));
  }

  dispose(): void {
    this.#search?.cancel();
    this.#listeners.dispose();
    this.#changed.dispose();
  }
}

/** @returns `undefined` for a file that is not there */
async function namesAt(uri: vscode.Uri): Promise<RegisteredNames | undefined> {
  const language = languageOfFile(uri.path);
  if (!language) return NOTHING;
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > LARGEST) return UNREAD;
    return registeredNames(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)), language);
  } catch (error) {
    return error instanceof vscode.FileSystemError && error.code === "FileNotFound" ? undefined : UNREAD;
  }
}

/** Below the workspace: where that lies itself says nothing. */
function isOwn(uri: vscode.Uri): boolean {
  const path = vscode.workspace.asRelativePath(uri, false);
  return !path.split("/").some((part) => FOREIGN.includes(part)) && !/\.min\.js$/i.test(path);
}
