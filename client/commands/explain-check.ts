/** The page of a check: what it finds, why that matters, examples. The pages come with the extension. */
import * as vscode from "vscode";
import { activeRuleEditor } from "../language/rule-files.ts";
import { defineCommand, type Services } from "./command.ts";

/** How the language server signs its diagnostics. */
const SOURCE = "livekit-dispatch";

export const explainCheck = defineCommand({
  id: "livekitDispatch.explainCheck",

  /** @param argument the check's code; without one, the problem at the cursor is meant */
  async run({ extensionUri, output }, argument) {
    const code = typeof argument === "string" ? argument : await chooseCode();
    if (code !== undefined) await openPage(pageOf(extensionUri, code), code, output);
  },
});

function pageOf(extensionUri: vscode.Uri, code: string): vscode.Uri {
  return vscode.Uri.joinPath(extensionUri, "docs", "checks", `${code}.md`);
}

/** One problem at the cursor needs no question; otherwise the file's problems stand to choose. */
async function chooseCode(): Promise<string | undefined> {
  const editor = activeRuleEditor();
  if (!editor) return undefined;
  const problems = vscode.languages
    .getDiagnostics(editor.document.uri)
    .filter(({ source }) => source === SOURCE);
  const atCursor = problems.filter(({ range }) => range.contains(editor.selection.active));
  const codes = new Map(
    (atCursor.length > 0 ? atCursor : problems).map((each) => [codeOf(each), each.message]),
  );
  if (codes.size === 0) {
    void vscode.window.showInformationMessage("Nothing is reported in this file.");
    return undefined;
  }
  if (codes.size === 1) return [...codes.keys()][0];
  const items = [...codes].map(([label, message]) => ({ label, detail: message.split("\n", 1)[0] ?? "" }));
  const chosen = await vscode.window.showQuickPick(items, { title: "Which problem?", matchOnDetail: true });
  return chosen?.label;
}

function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === "object" ? code.value : code);
}

async function openPage(page: vscode.Uri, code: string, output: Services["output"]): Promise<void> {
  try {
    await vscode.workspace.fs.stat(page);
  } catch (error) {
    output.warn(`There is no page ${page.toString(true)}`, error);
    void vscode.window.showErrorMessage(`There is no page for "${code}".`);
    return;
  }
  try {
    await vscode.commands.executeCommand("markdown.showPreviewToSide", page);
  } catch {
    // The preview is an extension of its own, which somebody may have turned off.
    await vscode.window.showTextDocument(page, { viewColumn: vscode.ViewColumn.Beside });
  }
}
