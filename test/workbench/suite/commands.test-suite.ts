/** The commands of the palette. */
import * as vscode from "vscode";
import { expectedProblems, openFile, replaceText, shownProblems } from "./documents.ts";
import { DOCUMENTATION } from "./examples.ts";
import { equal, eventually, present } from "./expect.ts";
import { test } from "./runner.ts";

test("a rule is wrapped and unwrapped, each in one step", async () => {
  const bare = present(DOCUMENTATION["direct"], "the example");
  const { document } = await openFile("convert.dispatch-rule.json", bare);
  await vscode.commands.executeCommand("livekitDispatch.convertToWrapped");
  const wrapped = document.getText();
  equal(wrapped.startsWith('{\n  "dispatch_rule": {\n    "trunk_ids": [],'), true, "the rule in its wrapper");
  await vscode.commands.executeCommand("livekitDispatch.convertToBare", document.uri);
  equal(document.getText(), bare, "the rule without its wrapper");
  await vscode.commands.executeCommand("undo");
  equal(document.getText(), wrapped, "the text after one undo");
});

test("what cannot be converted stays as it is", async () => {
  const text = '{"items": []}';
  const { document } = await openFile("list.dispatch-rule.json", text);
  await vscode.commands.executeCommand("livekitDispatch.convertToWrapped");
  equal(document.getText(), text, "the text");
});

test("the language server can be started anew", async () => {
  const editor = await openFile("restart.dispatch-rule.json", '{"rule": ]');
  await eventually(() => shownProblems(editor.document), expectedProblems(editor.document), "the problems");
  await vscode.commands.executeCommand("livekitDispatch.restartServer");
  await replaceText(editor, '{"rule": {"dispatchRuleDirect": {},}}');
  await eventually(
    () => shownProblems(editor.document),
    expectedProblems(editor.document),
    "the new problems",
  );
});

test("a problem is explained on its own page", async () => {
  const editor = await openFile("explain.dispatch-rule.json", '{"rule": {"dispatchRuleDirect": {},}}');
  await eventually(() => shownProblems(editor.document), expectedProblems(editor.document), "the problems");
  await vscode.commands.executeCommand("livekitDispatch.explainCheck", "trailing-comma");
  const tabs = () => vscode.window.tabGroups.all.flatMap((group) => group.tabs.map(({ label }) => label));
  await eventually(
    () => tabs().some((label) => label.includes("trailing-comma.md")),
    true,
    "a page in a tab",
  );
  await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
});
