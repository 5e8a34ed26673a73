/**
 * One metadata string that is open as a document: what the file said when the editor last agreed with it, against
 * which a save is held.
 */
import * as vscode from "vscode";
import { applyMetadataEdit } from "../../core/features/metadata-edit.ts";
import { metadataForEditing, metadataForFile } from "../../core/features/metadata-layout.ts";
import type { MetadataString } from "../../core/features/metadata-strings.ts";
import { CannotSave } from "./conflict.ts";
import type { MetadataPlace } from "./metadata-address.ts";
import { findMetadata, metadataIn, openRuleFile } from "./metadata-in-file.ts";
import { isSameText, toBytes, toText } from "./text-bytes.ts";

interface Version {
  /** What LiveKit would store. */
  readonly text: string;
  /** What the editor has for it. */
  readonly shown: string;
}

export class OpenMetadata {
  /** What an edit in the editor began with. Unknown for text that VS Code kept over a restart. */
  #base: Version | undefined;
  /** Read by VS Code, which has not shown it: it may only have compared, or somebody typed meanwhile. */
  #offered: Version | undefined;
  #mtime = 0;
  #isMissing = false;
  #overwrites = false;

  constructor(
    readonly address: vscode.Uri,
    public place: MetadataPlace,
  ) {}

  get document(): vscode.TextDocument | undefined {
    const address = this.address.toString();
    return vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === address);
  }

  /**
   * Never newer than what the editor began with while that has unsaved changes: VS Code would refuse to save by
   * itself, and could not say where the metadata is now.
   */
  async stat(): Promise<vscode.FileStat> {
    const shown = this.document?.isDirty ? this.#base?.shown : (await this.#current())?.shown;
    if (shown === undefined && !this.document?.isDirty)
      throw vscode.FileSystemError.FileNotFound(this.address);
    const isReadOnly = vscode.workspace.fs.isWritableFileSystem(this.place.file.scheme) === false;
    return {
      type: vscode.FileType.File,
      ctime: 0,
      mtime: this.#mtime,
      size: toBytes(shown ?? "").length,
      ...(isReadOnly && { permissions: vscode.FilePermission.Readonly }),
    };
  }

  async read(): Promise<Uint8Array> {
    const current = await this.#current();
    if (!current) throw vscode.FileSystemError.FileNotFound(this.address);
    this.#isMissing = false;
    this.#offered = current;
    if (this.document) this.settle(this.document);
    else this.#base = current;
    return toBytes(current.shown);
  }

  /** The editor without unsaved changes shows what was read last. */
  settle(document: vscode.TextDocument): void {
    if (document.isDirty || !this.#offered || !isSameText(document.getText(), this.#offered.shown)) return;
    this.#base = this.#offered;
    this.#offered = undefined;
  }

  /** @returns what VS Code has to hear after the rule file changed; it reads again by itself */
  async refresh(): Promise<vscode.FileChangeType | undefined> {
    if (this.document?.isDirty) return undefined; // saving will tell
    const wasMissing = this.#isMissing;
    const current = await this.#current();
    this.#isMissing = !current;
    if (!current) return wasMissing ? undefined : vscode.FileChangeType.Deleted;
    if (!wasMissing && current.text === this.#base?.text) return undefined;
    this.#touch();
    return wasMissing ? vscode.FileChangeType.Created : vscode.FileChangeType.Changed;
  }

  /** The next save goes over what the file says, at this place or another. */
  overwriteNext(metadata?: MetadataString): void {
    this.#overwrites = true;
    if (metadata) this.place = { ...this.place, path: metadata.path, ownerName: metadata.ownerName };
  }

  /** As one edit of the rule file, which is not saved. @throws {CannotSave} */
  async write(content: Uint8Array): Promise<void> {
    const edited = toText(content);
    const overwrites = this.#overwrites;
    this.#overwrites = false;
    const document = await openRuleFile(this.place.file);
    if (!document) throw CannotSave.because("file-gone");
    const base = overwrites ? this.#versionIn(document) : (this.#base ?? this.#adopt(document, edited));
    if (!base) throw CannotSave.because("missing");
    const text = textOf(edited, base);
    // What nobody has edited says nothing against changes of the file.
    if (text !== base.text) await this.#apply(document, base.text, text);
    this.#base = { text, shown: edited };
    this.#offered = undefined;
    this.#touch();
  }

  async #apply(document: vscode.TextDocument, original: string, text: string): Promise<void> {
    const { file, path, ownerName } = this.place;
    const result = applyMetadataEdit(document.getText(), path, original, text, ownerName);
    if ("conflict" in result) throw new CannotSave(result.conflict, result.words);
    if (!result.edit) return;
    const { start, end, newText } = result.edit;
    const edit = new vscode.WorkspaceEdit();
    edit.replace(file, new vscode.Range(document.positionAt(start), document.positionAt(end)), newText);
    if (!(await vscode.workspace.applyEdit(edit))) throw CannotSave.because("refused");
  }

  /** For text from an earlier session: what the file says, if that is the same. */
  #adopt(document: vscode.TextDocument, edited: string): Version {
    const current = this.#versionIn(document);
    if (!current) throw CannotSave.because("missing");
    if (textOf(edited, current) !== current.text) throw CannotSave.because("restored");
    return current;
  }

  async #current(): Promise<Version | undefined> {
    const document = await openRuleFile(this.place.file);
    return document && this.#versionIn(document);
  }

  /** Follows the string to where it is by now. */
  #versionIn(document: vscode.TextDocument): Version | undefined {
    const found = findMetadata(metadataIn(document), this.place, this.#base?.text);
    if (!found) return undefined;
    const { path, ownerName, text } = found;
    this.place = { ...this.place, path, ownerName };
    return { text, shown: metadataForEditing(text) };
  }

  #touch(): void {
    this.#mtime = Math.max(this.#mtime + 1, Date.now());
  }
}

/** What the file gets for what the editor has. */
function textOf(edited: string, { text, shown }: Version): string {
  return isSameText(edited, shown) ? text : metadataForFile(edited, text);
}
