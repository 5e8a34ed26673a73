/** Metadata strings as files: what VS Code opens, reverts and saves when one is edited as a document of its own. */
import * as vscode from "vscode";
import { DocumentFileSystem } from "../documents/file-system.ts";
import { CannotSave } from "./conflict.ts";
import { tellConflict } from "./conflict-message.ts";
import { METADATA_SCHEME, placeOf } from "./metadata-address.ts";
import { OpenMetadata } from "./open-metadata.ts";

/** Long enough that typing in the rule file does not read it at every key. */
const PAUSE_MS = 150;

export class MetadataFiles extends DocumentFileSystem implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;
  readonly #open = new Map<string, OpenMetadata>();
  readonly #pauses = new Map<OpenMetadata, ReturnType<typeof setTimeout>>();
  readonly #registered = vscode.Disposable.from(
    vscode.workspace.registerFileSystemProvider(METADATA_SCHEME, this, { isCaseSensitive: true }),
    vscode.workspace.onDidChangeTextDocument(({ document }) => this.#documentChanged(document)),
    vscode.workspace.onDidCloseTextDocument((document) => this.#documentClosed(document)),
    vscode.workspace.onDidRenameFiles(({ files }) => this.#filesRenamed(files)),
  );

  stat(address: vscode.Uri): Promise<vscode.FileStat> {
    return this.#at(address).stat();
  }

  readFile(address: vscode.Uri): Promise<Uint8Array> {
    return this.#at(address).read();
  }

  async writeFile(address: vscode.Uri, content: Uint8Array): Promise<void> {
    const metadata = this.#at(address);
    try {
      await metadata.write(content);
    } catch (error) {
      if (error instanceof CannotSave) void tellConflict(metadata, error);
      throw error; // the document stays unsaved
    }
  }

  #at(address: vscode.Uri): OpenMetadata {
    const key = address.toString();
    const known = this.#open.get(key);
    if (known) return known;
    const place = placeOf(address);
    if (!place) throw vscode.FileSystemError.FileNotFound(address);
    const metadata = new OpenMetadata(address, place);
    this.#open.set(key, metadata);
    return metadata;
  }

  #documentChanged(document: vscode.TextDocument): void {
    const metadata = this.#open.get(document.uri.toString());
    if (!metadata) {
      this.#refreshOf(document.uri);
      return;
    }
    metadata.settle(document);
    // It may have been undone to what it was before the rule file changed.
    if (!document.isDirty) this.#refreshSoon(metadata);
  }

  #documentClosed(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    const metadata = this.#open.get(key);
    if (!metadata)
      this.#refreshOf(document.uri); // closed without saving, the file says something else
    // A change of language also closes a document, which is still there.
    else if (!metadata.document) {
      this.#open.delete(key);
      clearTimeout(this.#pauses.get(metadata));
      this.#pauses.delete(metadata);
    }
  }

  #filesRenamed(files: readonly { readonly oldUri: vscode.Uri; readonly newUri: vscode.Uri }[]): void {
    for (const metadata of this.#open.values())
      for (const { oldUri, newUri } of files) {
        const [file, old] = [metadata.place.file, oldUri];
        const isInside = file.path === old.path || file.path.startsWith(`${old.path}/`);
        if (file.scheme !== old.scheme || file.authority !== old.authority || !isInside) continue;
        const moved = newUri.with({ path: newUri.path + file.path.slice(old.path.length) });
        metadata.place = { ...metadata.place, file: moved };
        this.#refreshSoon(metadata);
      }
  }

  #refreshOf(file: vscode.Uri): void {
    if (this.#open.size === 0) return;
    const key = file.toString();
    for (const metadata of this.#open.values())
      if (metadata.place.file.toString() === key) this.#refreshSoon(metadata);
  }

  #refreshSoon(metadata: OpenMetadata): void {
    clearTimeout(this.#pauses.get(metadata));
    const refresh = async () => {
      this.#pauses.delete(metadata);
      const type = await metadata.refresh();
      if (type !== undefined) this.#changed.fire([{ type, uri: metadata.address }]);
    };
    this.#pauses.set(
      metadata,
      setTimeout(() => void refresh(), PAUSE_MS),
    );
  }

  dispose(): void {
    for (const pause of this.#pauses.values()) clearTimeout(pause);
    this.#registered.dispose();
    this.#changed.dispose();
  }
}
