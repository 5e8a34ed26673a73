/** Metadata strings edited as documents of their own, and checks turned off where they speak. */
import * as vscode from "vscode";
import { openFile, replaceText, shownProblems, workspaceUri } from "./documents.ts";
import { equal, eventually, present } from "./expect.ts";
import { test } from "./runner.ts";

const SCHEME = "livekit-metadata";
const FILE = `{
  "metadata": "{\\"is_internal\\": true, \\"team\\": \\"K\\u00f6ln\\"}",
  "rule": {"dispatchRuleIndividual": {"roomPrefix": "call-"}},
  "room_config": {"agents": [{"agent_name": "triage", "metadata": "just words"}]}
}
`;
const SHOWN = `{
  "is_internal": true,
  "team": "Köln"
}`;

/** What has the cursor's metadata in an editor of its own. */
async function editMetadata(rules: vscode.TextEditor, word: string): Promise<vscode.TextEditor> {
  const place = rules.document.positionAt(rules.document.getText().indexOf(word));
  const { document, viewColumn } = rules;
  const editor = await vscode.window.showTextDocument(document, { viewColumn: viewColumn ?? 1 });
  editor.selection = new vscode.Selection(place, place);
  await vscode.commands.executeCommand("livekitDispatch.editMetadata");
  const opened = present(vscode.window.activeTextEditor, "an editor");
  equal(opened.document.uri.scheme, SCHEME, "the scheme of what was opened");
  return opened;
}

/** Throws nothing away that a test left unsaved on purpose, or the next one would be asked about it. */
async function close({ document, viewColumn }: vscode.TextEditor): Promise<void> {
  await vscode.window.showTextDocument(document, { viewColumn: viewColumn ?? 1 });
  await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  await vscode.commands.executeCommand("notifications.clearAll");
}

test("metadata is edited as JSON beside the file, and saved as one step", async () => {
  const rules = await openFile("edit.dispatch-rule.json", FILE);
  const metadata = await editMetadata(rules, "is_internal");
  equal(metadata.document.getText(), SHOWN, "the metadata's text");
  equal(metadata.document.languageId, "json", "its language");
  equal(metadata.document.uri.path, "/metadata of rule (edit.dispatch-rule).json", "its name");
  equal(metadata.viewColumn === rules.viewColumn, false, "whether it covers the file");
  await replaceText(metadata, SHOWN.replace("true", "false").replace("Köln", 'K\\"\\n'));
  equal(await metadata.document.save(), true, "whether it was saved");
  const edited = rules.document.getText();
  equal(edited.split("\n")[1]?.includes('is_internal\\": false, \\"team'), true, "the string, in one line");
  const { metadata: text } = JSON.parse(edited) as { metadata: string };
  equal(JSON.parse(text), { is_internal: false, team: 'K"\n' }, "what LiveKit gets");
  equal(rules.document.isDirty, true, "whether the file still has to be saved");
  await vscode.window.showTextDocument(rules.document, { viewColumn: 1 });
  await vscode.commands.executeCommand("undo");
  equal(rules.document.getText(), FILE, "the file after one undo");
  await eventually(() => metadata.document.getText(), SHOWN, "the metadata's text after it");
  await close(metadata);
});

test("plain text stays plain text, and can be edited again and again", async () => {
  const rules = await openFile("plain.dispatch-rule.json", FILE);
  const metadata = await editMetadata(rules, "just words");
  equal(metadata.document.languageId, "plaintext", "its language");
  equal(metadata.document.uri.path, "/metadata of agent triage (plain.dispatch-rule).txt", "its name");
  for (const text of ['two\nlines and a "quote"', "one line"]) {
    await replaceText(metadata, text);
    equal(await metadata.document.save(), true, "whether it was saved");
    const { room_config } = JSON.parse(rules.document.getText()) as {
      room_config: { agents: { metadata: string }[] };
    };
    equal(room_config.agents[0]?.metadata, text, "what LiveKit gets");
  }
  await close(metadata);
});

test("the document follows the file while nobody edits it", async () => {
  const rules = await openFile("follow.dispatch-rule.json", FILE);
  const metadata = await editMetadata(rules, "is_internal");
  await replaceText(rules, FILE.replace("true", "17"));
  await eventually(() => metadata.document.getText(), SHOWN.replace("true", "17"), "the metadata's text");
  await replaceText(metadata, SHOWN);
  equal(await metadata.document.save(), true, "whether it was saved");
  equal(rules.document.getText().includes('is_internal\\": true'), true, "the text in the file");
  await close(metadata);
});

test("where both sides were changed, neither loses", async () => {
  const rules = await openFile("conflict.dispatch-rule.json", FILE);
  const metadata = await editMetadata(rules, "is_internal");
  const mine = SHOWN.replace("true", "1");
  const theirs = FILE.replace("true", "2");
  await replaceText(metadata, mine);
  await replaceText(rules, theirs);
  equal(await metadata.document.save(), false, "whether it was saved");
  equal(rules.document.getText(), theirs, "the file");
  equal(metadata.document.getText(), mine, "the metadata's text");
  equal(metadata.document.isDirty, true, "whether it still has to be saved");
  await close(metadata);
  const again = await editMetadata(rules, "is_internal");
  equal(again.document.getText(), SHOWN.replace("true", "2"), "the metadata's text when opened again");
  await close(again);
});

test("metadata of a file that is gone stays in its editor", async () => {
  const rules = await openFile("gone.dispatch-rule.json", FILE);
  const metadata = await editMetadata(rules, "is_internal");
  await replaceText(metadata, "{}");
  await replaceText(rules, '{"metadata": "{');
  equal(await metadata.document.save(), false, "whether it was saved to a broken file");
  await close(rules);
  await vscode.workspace.fs.delete(workspaceUri("gone.dispatch-rule.json"));
  equal(await metadata.document.save(), false, "whether it was saved to no file");
  equal(metadata.document.getText(), "{}", "the metadata's text");
  await close(metadata);
});

test("a check is turned off where it speaks, and can be explained", async () => {
  const { document } = await openFile("turn-off.dispatch-rule.json", '{"rule": {"dispatchRuleDirect": {},}}');
  const isShown = () => shownProblems(document).some((problem) => problem.includes("trailing-comma"));
  await eventually(isShown, true, "whether the comma is reported");
  const problem = vscode.languages
    .getDiagnostics(document.uri)
    .find(
      ({ code }) => code === "trailing-comma" || (code as { value?: unknown }).value === "trailing-comma",
    );
  const actions: vscode.CodeAction[] = await vscode.commands.executeCommand(
    "vscode.executeCodeActionProvider",
    document.uri,
    present(problem, "the problem").range,
    vscode.CodeActionKind.QuickFix.value,
  );
  const titles = actions.map(({ title }) => title).filter((title) => title.includes('"trailing-comma"'));
  equal(
    titles,
    [
      'Explain "trailing-comma"',
      'Turn "trailing-comma" off in this file',
      'Turn "trailing-comma" off in this workspace',
      'Turn "trailing-comma" off everywhere',
    ],
    "the actions",
  );
  equal(actions[0]?.title, "Remove the comma", "the first action, a fix,");
  const { command } = present(
    actions.find(({ title }) => title.endsWith("workspace")),
    "the action",
  );
  const given: readonly unknown[] = command?.arguments ?? [];
  await vscode.commands.executeCommand(command?.command ?? "", ...given);
  await eventually(isShown, false, "whether the comma is reported");
  const settings = () => vscode.workspace.getConfiguration("livekitDispatch");
  equal(settings().inspect("checks")?.workspaceValue, { "trailing-comma": "off" }, "the setting");
  await settings().update("checks", undefined, vscode.ConfigurationTarget.Workspace);
  await eventually(isShown, true, "whether the comma is reported again");

  const uri = document.uri.toString();
  const inThisFile = { code: "trailing-comma", where: "file", uri };
  await vscode.commands.executeCommand("livekitDispatch.turnCheckOff", inThisFile);
  await eventually(isShown, false, "whether the comma is reported in this file");
  equal(
    settings().inspect("overrides")?.workspaceValue,
    { "/turn-off.dispatch-rule.json": { "trailing-comma": "off" } },
    "the setting for the file",
  );
  await settings().update("overrides", undefined, vscode.ConfigurationTarget.Workspace);
  await eventually(isShown, true, "whether the comma is reported again");
  await vscode.commands.executeCommand("notifications.clearAll");
});
