/** The rule files of the workspace, read once and again when they change. */
import * as vscode from "vscode";
import {
  isRuleFile as isNamedRuleFile,
  RULE_FILE_PATTERNS,
  SKIPPED_FOLDERS,
} from "../../../core/rules/file-patterns.ts";
import { findFiles } from "../../language/find-files.ts";
import { isRuleFile } from "../../language/rule-files.ts";
import { readFile, type ReadFile } from "./file-state.ts";

/** More are no help to anybody, and reading them takes a while. */
const MOST_FILES = 2000;
/** In bytes. A list of ten thousand rules is smaller. */
const LARGEST_FILE = 16 << 20;

const INCLUDED = oneOf(
  RULE_FILE_PATTERNS.map((pattern) => (pattern.includes("/") ? pattern : `**/${pattern}`)),
);
const EXCLUDED = oneOf([...SKIPPED_FOLDERS].map((folder) => `**/${folder}/**`));

export interface WorkspaceFile {
  readonly uri: vscode.Uri;
  readonly read: ReadFile;
}

export class WorkspaceFiles implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  readonly #listeners: vscode.Disposable;
  #files: Promise<Map<string, WorkspaceFile>> | undefined;

  constructor() {
    const watcher = vscode.workspace.createFileSystemWatcher(INCLUDED);
    const read = (uri: vscode.Uri): void => void this.#readAgain(uri);
    this.#listeners = vscode.Disposable.from(
      watcher,
      watcher.onDidCreate(read),
      watcher.onDidChange(read),
      watcher.onDidDelete((uri) => void this.#remove(uri)),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.refresh()),
      // Other names can be made rule files by a setting.
      vscode.workspace.onDidSaveTextDocument((document) => {
        if (isRuleFile(document)) read(document.uri);
      }),
    );
  }

  /** Searches when it is asked for the first time. */
  async list(): Promise<readonly WorkspaceFile[]> {
    this.#files ??= find();
    return [...(await this.#files).values()];
  }

  /** Searches anew. */
  refresh(): void {
    this.#files = undefined;
    this.#changed.fire();
  }

  async #readAgain(uri: vscode.Uri): Promise<void> {
    const files = await this.#files;
    if (!files || isSkipped(uri) || !vscode.workspace.getWorkspaceFolder(uri)) return;
    const read = await readAt(uri);
    if (read) files.set(uri.toString(), { uri, read });
    else files.delete(uri.toString());
    this.#changed.fire();
  }

  async #remove(uri: vscode.Uri): Promise<void> {
    const files = await this.#files;
    if (!files) return;
    const key = uri.toString();
    // A folder takes what is in it along.
    for (const each of files.keys()) if (each === key || each.startsWith(`${key}/`)) files.delete(each);
    this.#changed.fire();
  }

  dispose(): void {
    this.#listeners.dispose();
    this.#changed.dispose();
  }
}

async function find(): Promise<Map<string, WorkspaceFile>> {
  const uris = await findFiles({
    include: INCLUDED,
    exclude: EXCLUDED,
    most: MOST_FILES,
    isWanted: ({ path }) => isNamedRuleFile(path),
    skipped: SKIPPED_FOLDERS,
  });
  const files = await Promise.all(uris.map(async (uri) => ({ uri, read: await readAt(uri) })));
  return new Map(files.flatMap(({ uri, read }) => (read ? [[uri.toString(), { uri, read }] as const] : [])));
}

/** @returns `undefined` for one that is gone or cannot be read */
async function readAt(uri: vscode.Uri): Promise<ReadFile | undefined> {
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > LARGEST_FILE) return undefined;
    return readFile(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)));
  } catch {
    return undefined;
  }
}

/** Below the workspace: where that lies itself says nothing. */
function isSkipped(uri: vscode.Uri): boolean {
  return vscode.workspace
    .asRelativePath(uri, false)
    .split("/")
    .some((folder) => SKIPPED_FOLDERS.has(folder));
}

function oneOf(patterns: readonly string[]): string {
  return `{${patterns.join(",")}}`;
}
