/** Fixes as the editor offers and applies them. */
import * as vscode from "vscode";
import { expectedProblems, openFile, replaceText, shownProblems } from "./documents.ts";
import { equal, eventually, present } from "./expect.ts";
import { test } from "./runner.ts";

const COMMAS = `{
  "trunk_ids": ["ST_Vh6vTqQ3YzKp",],
  "rule": {"dispatchRuleDirect": {"roomName": "open-room",},},
}
`;
const WITHOUT_COMMAS = COMMAS.replaceAll(",]", "]").replaceAll(/,(?=\s*\})/g, "");

async function actions(
  document: vscode.TextDocument,
  kind: vscode.CodeActionKind,
): Promise<vscode.CodeAction[]> {
  const all = new vscode.Range(0, 0, document.lineCount, 0);
  return vscode.commands.executeCommand("vscode.executeCodeActionProvider", document.uri, all, kind.value);
}

async function apply(action: vscode.CodeAction | undefined): Promise<void> {
  const { edit } = present(action, "the action");
  await vscode.workspace.applyEdit(present(edit, "its edit"));
}

test("a quick fix mends its own problem", async () => {
  const { document } = await openFile("quick-fix.dispatch-rule.json", COMMAS.replaceAll(",}", "}"));
  await eventually(() => shownProblems(document), expectedProblems(document), "the problems");
  const [first] = await actions(document, vscode.CodeActionKind.QuickFix);
  equal(first?.title, "Remove the comma", "the first fix");
  await apply(first);
  equal(document.lineAt(1).text, '  "trunk_ids": ["ST_Vh6vTqQ3YzKp"],', "the mended line");
  await eventually(() => shownProblems(document), expectedProblems(document), "the problems that are left");
});

test("fix all mends what is safe in one step", async () => {
  const { document } = await openFile("fix-all.dispatch-rule.json", COMMAS);
  await eventually(() => shownProblems(document), expectedProblems(document), "the problems");
  const kind = vscode.CodeActionKind.SourceFixAll.append("livekitDispatch");
  await apply((await actions(document, kind))[0]);
  equal(document.getText(), WITHOUT_COMMAS, "the text");
  await vscode.commands.executeCommand("undo");
  equal(document.getText(), COMMAS, "the text after one undo");
});

test("fix all runs on save where a user wants that", async () => {
  const settings = vscode.workspace.getConfiguration("editor");
  const name = "codeActionsOnSave";
  await settings.update(
    name,
    { "source.fixAll.livekitDispatch": "explicit" },
    vscode.ConfigurationTarget.Workspace,
  );
  const editor = await openFile("on-save.dispatch-rule.json", "{}");
  // A window that has just come up saves without such actions for a while, and nothing tells when that is over.
  const typeAndSave = async () => {
    await replaceText(editor, COMMAS);
    await vscode.commands.executeCommand("workbench.action.files.save");
    return editor.document.getText();
  };
  await eventually(typeAndSave, WITHOUT_COMMAS, "the saved text");
  await settings.update(name, undefined, vscode.ConfigurationTarget.Workspace);
});
