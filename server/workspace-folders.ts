/** The folders that the client has open. */
import type { MessageConnection } from "vscode-jsonrpc";
import type { DidChangeWorkspaceFoldersParams, InitializeParams } from "vscode-languageserver";
import { comparable } from "./uris.ts";

export class WorkspaceFolders {
  #uris: readonly string[] = [];
  readonly #listeners = new Set<() => void>();

  constructor(connection: MessageConnection) {
    connection.onNotification(
      "workspace/didChangeWorkspaceFolders",
      ({ event: { added, removed } }: DidChangeWorkspaceFoldersParams) => {
        const gone = new Set(removed.map(({ uri }) => uri));
        const kept = this.#uris.filter((uri) => !gone.has(uri));
        this.#uris = [...new Set([...kept, ...added.map(({ uri }) => uri)])];
        for (const listener of this.#listeners) listener();
      },
    );
  }

  get all(): readonly string[] {
    return this.#uris;
  }

  initialize(params: InitializeParams): void {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- many clients still send nothing else
    const { workspaceFolders, rootUri } = params;
    const root = typeof rootUri === "string" ? [rootUri] : [];
    this.#uris = workspaceFolders ? workspaceFolders.map(({ uri }) => uri) : root;
  }

  onDidChange(listener: () => void): void {
    this.#listeners.add(listener);
  }

  /** The innermost folder that a document lies in. */
  around(uri: string): string | undefined {
    let found: string | undefined;
    for (const folder of this.#uris) {
      const isInside = comparable(uri).startsWith(comparable(folder.endsWith("/") ? folder : `${folder}/`));
      if (isInside && folder.length > (found?.length ?? 0)) found = folder;
    }
    return found;
  }
}
