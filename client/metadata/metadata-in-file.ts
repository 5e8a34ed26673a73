/** The rule file's side of a metadata document: opens the file and finds the string in it. */
import * as vscode from "vscode";
import { readRuleDocument } from "../../core/document.ts";
import {
  metadataStrings,
  type FieldPath,
  type MetadataString,
} from "../../core/features/metadata-strings.ts";
import type { MetadataPlace } from "./metadata-address.ts";

/** With what is not saved yet. `undefined` where the file is gone. */
export async function openRuleFile(file: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  const key = file.toString();
  const known = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === key);
  // To open a document that was never saved, and is closed by now, would make a new one.
  if (known?.isDirty || file.scheme === "untitled") return known;
  // VS Code still knows a file for some time after it was deleted.
  if (await isGone(file)) return undefined;
  try {
    return await vscode.workspace.openTextDocument(file);
  } catch {
    return undefined;
  }
}

async function isGone(file: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(file);
    return false;
  } catch (error) {
    return error instanceof vscode.FileSystemError && error.code === "FileNotFound";
  }
}

export function metadataIn(document: vscode.TextDocument): readonly MetadataString[] {
  return metadataStrings(readRuleDocument(document.getText()));
}

/**
 * The string that a document was made of, wherever it is by now.
 * @param text what it said when it was last looked at, if that is known
 */
export function findMetadata(
  strings: readonly MetadataString[],
  { path, ownerName }: MetadataPlace,
  text: string | undefined,
): MetadataString | undefined {
  const there = strings.find((metadata) => isSamePath(metadata.path, path));
  // Only what stands in a list can be moved to another place, and be told by its name.
  if (there && (there.ownerName === ownerName || !isInList(path))) return there;
  const unchanged = strings.filter((metadata) => metadata.text === text);
  const moved = onlyOne(unchanged.filter((metadata) => metadata.ownerName === ownerName));
  // The owner was given another name, if nobody else can be meant.
  return moved ?? (onlyOne(unchanged) === there ? there : undefined);
}

function isInList(path: FieldPath): boolean {
  return path.some((step) => typeof step === "number");
}

function isSamePath(one: FieldPath, other: FieldPath): boolean {
  return one.length === other.length && one.every((step, index) => step === other[index]);
}

function onlyOne<T>(items: readonly T[]): T | undefined {
  return items.length === 1 ? items[0] : undefined;
}
