/**
 * Finds files of the workspace. VS Code's search waits for a provider where a virtual file system has none, for ever;
 * there the folders are gone through instead.
 */
import * as vscode from "vscode";

/** VS Code itself searches these. */
const SEARCHED: ReadonlySet<string> = new Set(["file", "vscode-remote"]);
/** How long a virtual file system has for its search. */
const PATIENCE_MS = 2000;
/** Files and folders that are looked at; a virtual workspace may be the whole of a large repository. */
const MOST_ENTRIES = 20_000;

export interface Wanted {
  readonly include: vscode.GlobPattern;
  /** `undefined`: what the settings say. */
  readonly exclude: string | undefined;
  readonly most: number;
  /** The same as `include`, for a file that was not found by the search. */
  readonly isWanted: (uri: vscode.Uri) => boolean;
  /** Names of folders that are not gone into. */
  readonly skipped: Iterable<string>;
}

export async function findFiles(wanted: Wanted, token?: vscode.CancellationToken): Promise<vscode.Uri[]> {
  const { include, exclude, most } = wanted;
  const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri);
  const ending = new vscode.CancellationTokenSource();
  const listening = token?.onCancellationRequested(() => ending.cancel());
  try {
    const search = vscode.workspace.findFiles(include, exclude, most, ending.token);
    const searched = search.then(
      (found) => found,
      () => undefined, // a search that cannot be had, as in a window that has just been opened
    );
    const isSearched = folders.every(({ scheme }) => SEARCHED.has(scheme));
    const found = await (isSearched ? searched : Promise.race([searched, afterPatience()]));
    return found ?? (await goThrough(folders, wanted, ending.token));
  } finally {
    ending.cancel();
    ending.dispose();
    listening?.dispose();
  }
}

async function goThrough(
  folders: readonly vscode.Uri[],
  { isWanted, skipped, most }: Wanted,
  token: vscode.CancellationToken,
): Promise<vscode.Uri[]> {
  const left = [...folders];
  const closed = new Set(skipped);
  const found: vscode.Uri[] = [];
  let entries = 0;
  for (let folder = left.shift(); folder; folder = left.shift())
    for (const [name, type] of await entriesOf(folder)) {
      if (token.isCancellationRequested || ++entries > MOST_ENTRIES || found.length >= most) return found;
      const uri = vscode.Uri.joinPath(folder, name);
      // A link may lead back to where it stands.
      if (type === vscode.FileType.Directory && !closed.has(name)) left.push(uri);
      else if (type === vscode.FileType.File && isWanted(uri)) found.push(uri);
    }
  return found;
}

async function entriesOf(folder: vscode.Uri): Promise<[string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}

function afterPatience(): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), PATIENCE_MS));
}
