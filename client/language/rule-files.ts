/** Which documents are ours: told by their language, on whatever file system they lie. */
import * as vscode from "vscode";
import { LANGUAGE_ID } from "./language-id.ts";

export function isRuleFile(document: vscode.TextDocument): boolean {
  return document.languageId === LANGUAGE_ID;
}

/** The editor that has the focus, or had it last, if it shows a rule file. */
export function activeRuleEditor(): vscode.TextEditor | undefined {
  const editor = vscode.window.activeTextEditor;
  return editor && isRuleFile(editor.document) ? editor : undefined;
}

/**
 * The document that a command is about.
 * @param argument what the command was called with: the address of a document as an object (menus) or as a text
 *   (the language server's actions); anything else means the document in the active editor
 */
export async function documentFor(argument: unknown): Promise<vscode.TextDocument | undefined> {
  if (argument instanceof vscode.Uri) return vscode.workspace.openTextDocument(argument);
  if (typeof argument === "string")
    return vscode.workspace.openTextDocument(vscode.Uri.parse(argument, true));
  return activeRuleEditor()?.document;
}
