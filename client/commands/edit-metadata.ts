/** A metadata string as a JSON document of its own, beside the file; saving it writes the string. */
import * as vscode from "vscode";
import { readRuleDocument } from "../../core/document.ts";
import { metadataAt, metadataStrings, type MetadataString } from "../../core/features/metadata-strings.ts";
import { activeRuleEditor, documentFor } from "../language/rule-files.ts";
import { addressOf } from "../metadata/metadata-address.ts";
import { pickMetadata } from "../metadata/pick-metadata.ts";
import { defineCommand } from "./command.ts";

export const editMetadata = defineCommand({
  id: "livekitDispatch.editMetadata",

  async run(_, argument) {
    const document = await documentFor(argument);
    if (!document) return;
    const metadata = await chooseMetadata(document);
    if (metadata) await show(addressOf(document.uri, metadata));
  },
});

/** The one at the cursor needs no question, and neither does the only one. */
async function chooseMetadata(document: vscode.TextDocument): Promise<MetadataString | undefined> {
  const rules = readRuleDocument(document.getText());
  const editor = activeRuleEditor();
  const atCursor =
    editor?.document === document && metadataAt(rules, document.offsetAt(editor.selection.active));
  if (atCursor) return atCursor;
  const strings = metadataStrings(rules);
  if (strings.length === 0)
    void vscode.window.showInformationMessage('This file has no string in a field "metadata".');
  return strings.length > 1 ? pickMetadata(strings, "Which metadata?") : strings[0];
}

async function show(address: vscode.Uri): Promise<void> {
  // Whatever encoding is set for files, these are not on a disk.
  const document = await vscode.workspace.openTextDocument(address, { encoding: "utf8" });
  const viewColumn = columnOf(address) ?? vscode.ViewColumn.Beside;
  await vscode.window.showTextDocument(document, { viewColumn, preview: false });
}

/** Where a document is shown already. */
function columnOf(address: vscode.Uri): vscode.ViewColumn | undefined {
  const isShown = ({ input }: vscode.Tab) =>
    input instanceof vscode.TabInputText && input.uri.toString() === address.toString();
  return vscode.window.tabGroups.all.find(({ tabs }) => tabs.some(isShown))?.viewColumn;
}
