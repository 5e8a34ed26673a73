/** Tells why metadata was not saved, and offers the ways out. Whatever is chosen, no text is thrown away. */
import * as vscode from "vscode";
import type { CannotSave, SaveConflict } from "./conflict.ts";
import { findMetadata, metadataIn, openRuleFile } from "./metadata-in-file.ts";
import type { OpenMetadata } from "./open-metadata.ts";
import { pickMetadata } from "./pick-metadata.ts";

const OVERWRITE = "Overwrite";
const CHOOSE = "Choose Where…";
const COMPARE = "Show Current";
const SHOW_FILE = "Show File";
const KEEP = "Keep Editing";

const WAYS_OUT: Readonly<Record<SaveConflict, readonly string[]>> = {
  changed: [OVERWRITE, COMPARE, KEEP],
  restored: [OVERWRITE, COMPARE, KEEP],
  missing: [CHOOSE, SHOW_FILE, KEEP],
  ambiguous: [CHOOSE, SHOW_FILE, KEEP],
  unclosed: [SHOW_FILE, KEEP],
  refused: [SHOW_FILE, KEEP],
  "file-gone": [KEEP],
};

/** Those that are being asked about, so that automatic saving does not ask again and again. */
const asked = new WeakSet<OpenMetadata>();

export async function tellConflict(metadata: OpenMetadata, { conflict, message }: CannotSave): Promise<void> {
  if (asked.has(metadata)) return;
  asked.add(metadata);
  try {
    const question = `${message} Nothing was written; your text is still in the editor.`;
    const answer = await vscode.window.showWarningMessage(question, ...WAYS_OUT[conflict]);
    asked.delete(metadata);
    if (answer === OVERWRITE) await overwrite(metadata);
    else if (answer === CHOOSE) await chooseWhere(metadata);
    else if (answer === SHOW_FILE) await showFile(metadata);
    else if (answer === COMPARE)
      await vscode.commands.executeCommand("workbench.files.action.compareWithSaved", metadata.address);
  } finally {
    asked.delete(metadata);
  }
}

async function overwrite(metadata: OpenMetadata): Promise<void> {
  metadata.overwriteNext();
  await metadata.document?.save();
}

async function chooseWhere(metadata: OpenMetadata): Promise<void> {
  const file = await openRuleFile(metadata.place.file);
  const chosen = file && (await pickMetadata(metadataIn(file), "Which metadata shall be replaced?"));
  if (!chosen) return;
  metadata.overwriteNext(chosen);
  await metadata.document?.save();
}

async function showFile(metadata: OpenMetadata): Promise<void> {
  const file = await openRuleFile(metadata.place.file);
  if (!file) return;
  const range = findMetadata(metadataIn(file), metadata.place, undefined)?.range;
  await vscode.window.showTextDocument(file, {
    viewColumn: vscode.ViewColumn.Beside,
    ...(range && { selection: new vscode.Range(file.positionAt(range.start), file.positionAt(range.end)) }),
  });
}
