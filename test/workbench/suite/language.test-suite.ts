/** Which files are ours, and how a file stops being one. */
import * as vscode from "vscode";
import { isRuleFile, RULE_FILE_PATTERNS } from "../../../core/rules/file-patterns.ts";
import { expectedProblems, LANGUAGE, openFile, shownProblems, workspaceUri } from "./documents.ts";
import { equal, eventually, present } from "./expect.ts";
import { test } from "./runner.ts";

const BROKEN = '{"rule": {"dispatchRuleDirect": {"roomName": "open-room"},}}';

test("VS Code takes for rule files what the command line takes for them", async () => {
  const names = [
    ...RULE_FILE_PATTERNS.map((pattern) => pattern.replace("**/", "").replaceAll("*", "support-line")),
    "Sales.Dispatch-Rule.json",
    "deep/er/dispatch-rules/a.json",
    "dispatch-rules/deeper/a.json",
    "dispatch-rule.jsonc",
    "mydispatch-rule.json",
    "dispatch.json",
    "package.json",
  ];
  for (const name of names) {
    const { document } = await openFile(`names/${name}`, "{}");
    equal(document.languageId === LANGUAGE, isRuleFile(document.uri.path), `whether ${name} is a rule file`);
    await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
  }
});

test("a renamed file changes its language, and its problems with it", async () => {
  await openFile("rename/plain.json", BROKEN);
  const plain = workspaceUri("rename/plain.json");
  const rule = workspaceUri("rename/plain.dispatch-rule.json");
  await rename(plain, rule);
  const document = await opened(rule);
  equal(document.languageId, LANGUAGE, "the language under the new name");
  await eventually(() => shownProblems(document), expectedProblems(document), "the problems");
  await rename(rule, plain);
  equal((await opened(plain)).languageId, "json", "the language under the old name");
  await eventually(() => vscode.languages.getDiagnostics(rule), [], "problems of a file that is gone");
});

test('"open as JSON" is remembered for this file and no other', async () => {
  const { document } = await openFile("freight [eu]/dispatch_rules.json", '{"carriers": []}');
  equal(document.languageId, LANGUAGE, "the language before");
  await vscode.commands.executeCommand("livekitDispatch.openAsJson");
  await eventually(() => vscode.window.activeTextEditor?.document.languageId, "json", "the language after");
  await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
  const again = await vscode.window.showTextDocument(workspaceUri("freight [eu]/dispatch_rules.json"));
  equal(again.document.languageId, "json", "the language when it is opened again");
  const other = await openFile("freight [eu]/calls/dispatch_rules.json", "{}");
  equal(other.document.languageId, LANGUAGE, "the language of another file with this name");
  await vscode.workspace
    .getConfiguration("files")
    .update("associations", undefined, vscode.ConfigurationTarget.Workspace);
});

async function rename(from: vscode.Uri, to: vscode.Uri): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.renameFile(from, to);
  equal(await vscode.workspace.applyEdit(edit), true, "whether the file was renamed");
}

/** The document of a file that VS Code has moved together with its editor. */
async function opened(uri: vscode.Uri): Promise<vscode.TextDocument> {
  const find = () => vscode.workspace.textDocuments.find((each) => each.uri.toString() === uri.toString());
  await eventually(() => find() !== undefined, true, `whether ${uri.path} is open`);
  return present(find(), uri.path);
}
