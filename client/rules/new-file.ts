/** A new rule file in the workspace, over no other. */
import * as vscode from "vscode";
import { isRuleFile } from "../../core/rules/file-patterns.ts";
import { LANGUAGE_ID } from "../language/language-id.ts";

/**
 * @returns `written`: and shown; `shown`: it is a document that waits to be saved, as there is no folder or it could not be
 *   written; `left`: the person wanted none
 */
export async function saveNewFile(text: string, name: string): Promise<"written" | "shown" | "left"> {
  const folder = await chooseFolder();
  if (!folder) {
    if ((vscode.workspace.workspaceFolders?.length ?? 0) > 0) return "left";
    await showUntitled(text);
    return "shown";
  }
  const proposal = await freeName(folder, name);
  const path = await vscode.window.showInputBox({
    title: "Save the Dispatch Rule",
    prompt: `New file in ${vscode.workspace.asRelativePath(folder, true)}`,
    value: proposal,
    valueSelection: [0, proposal.length - ".json".length],
    ignoreFocusOut: true,
    validateInput: (typed) => whyNot(folder, typed),
  });
  if (path === undefined) return "left";
  return writeNew(vscode.Uri.joinPath(folder, path), text);
}

export async function showUntitled(text: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ language: LANGUAGE_ID, content: text });
  await vscode.window.showTextDocument(document, { preview: false });
  return document;
}

/** The one folder, or the one that is chosen. */
export async function chooseFolder(): Promise<vscode.Uri | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length <= 1) return folders[0]?.uri;
  return (await vscode.window.showWorkspaceFolderPick({ placeHolder: "Into which folder?" }))?.uri;
}

async function writeNew(uri: vscode.Uri, text: string): Promise<"written" | "shown"> {
  const edit = new vscode.WorkspaceEdit();
  // Refused where a file has come there meanwhile.
  edit.createFile(uri, { overwrite: false, ignoreIfExists: false, contents: new TextEncoder().encode(text) });
  if (!(await vscode.workspace.applyEdit(edit))) {
    void vscode.window.showErrorMessage(
      "The file could not be written. The rule is in a new editor instead.",
    );
    await showUntitled(text);
    return "shown";
  }
  await vscode.window.showTextDocument(uri, { preview: false });
  return "written";
}

async function whyNot(
  folder: vscode.Uri,
  path: string,
): Promise<string | vscode.InputBoxValidationMessage | undefined> {
  const parts = path.split(/[/\\]/);
  if (path.trim() === "" || parts.some((part) => part === "" || part === ".."))
    return "A name in this folder.";
  if (await exists(vscode.Uri.joinPath(folder, path)))
    return "This file is there already; nothing is overwritten.";
  if (isRuleFile(`/${path}`)) return undefined;
  const message = "Files with this name are no dispatch rules to the editor: end it with .dispatch-rule.json";
  return { message, severity: vscode.InputBoxValidationSeverity.Warning };
}

/** `dispatch-rule.json`, or one after the rule's name where that is taken. */
async function freeName(folder: vscode.Uri, name: string): Promise<string> {
  const readable = name
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60)
    .toLowerCase();
  const candidates = ["dispatch-rule.json", ...(readable === "" ? [] : [`${readable}.dispatch-rule.json`])];
  for (let number = 2; ; number++) {
    const candidate = candidates.shift() ?? `rule-${number}.dispatch-rule.json`;
    if (!(await exists(vscode.Uri.joinPath(folder, candidate)))) return candidate;
  }
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
