/** What the editor shows is what `core` says, no more and no less. */
import * as vscode from "vscode";
import {
  expectedProblems,
  LANGUAGE,
  openFile,
  replaceText,
  shownBesideOthers,
  shownProblems,
  SOURCE,
} from "./documents.ts";
import { DOCUMENTATION } from "./examples.ts";
import { equal, eventually, present } from "./expect.ts";
import { test } from "./runner.ts";

const TWO_KINDS = `{
  "rule": {
    "dispatchRuleDirect": {"roomName": "open-room"},
    "dispatchRuleIndividual": {"roomPrefix": "call"}
  }
}
`;

for (const [name, text] of Object.entries(DOCUMENTATION))
  test(`LiveKit's example "${name}" is judged as core judges it`, async () => {
    // Begins broken, so that an empty answer is an answer and not a wait that ended too early.
    const editor = await openFile(`examples/${name}.dispatch-rule.json`, `${text}]`);
    await eventually(() => shownProblems(editor.document).length > 0, true, "a first answer");
    await replaceText(editor, text);
    const expected = expectedProblems(editor.document);
    await eventually(() => shownProblems(editor.document), expected, "the problems");
    equal(
      expected.filter((problem) => problem.startsWith("error")),
      [],
      "errors in a file that LiveKit takes",
    );
  });

test("a second kind of rule is marked, and says where the first one is", async () => {
  const { document } = await openFile("two-kinds.dispatch-rule.json", TWO_KINDS);
  await eventually(() => shownProblems(document), expectedProblems(document), "the problems");
  const problem = vscode.languages.getDiagnostics(document.uri).find(({ range }) => range.start.line === 3);
  const { relatedInformation, message } = present(problem, "a problem on the second kind");
  equal(message.includes("is already set"), true, "LiveKit's own words in the message");
  const [first] = present(relatedInformation, "related information");
  equal(document.getText(first?.location.range), '"dispatchRuleDirect"', "the place of the first kind");
});

test("files that LiveKit would not take side by side say so, until one is changed", async () => {
  const rule = (number: string) =>
    `{"inbound_numbers": ["${number}"], "rule": {"dispatchRuleDirect": {"roomName": "beside"}}}`;
  const first = await openFile("beside/first.dispatch-rule.json", rule("+15550177"));
  const second = await openFile("beside/second.dispatch-rule.json", rule("+15550177"));
  const conflicts = () =>
    [first, second].map(({ document }) => shownBesideOthers(document).includes("rule-conflict"));
  await eventually(conflicts, [true, true], "which of the two conflict");
  await replaceText(second, rule("+15550178"));
  await eventually(conflicts, [false, false], "which of the two conflict after the change");
});

test("a document that was never saved is judged as well", async () => {
  const document = await vscode.workspace.openTextDocument({ language: LANGUAGE, content: TWO_KINDS });
  await vscode.window.showTextDocument(document);
  await eventually(() => shownProblems(document), expectedProblems(document), "the problems");
});

test("VS Code's own JSON validator stays silent on our files, and works on others", async () => {
  const { document } = await openFile("broken.dispatch-rule.json", '{"rule": ]');
  await eventually(() => shownProblems(document), expectedProblems(document), "the problems");
  if (document.uri.scheme === "tmp") return; // the VS Code that needs no server comes without the validator
  const { document: foreign } = await openFile("foreign.json", '{"rule": ]');
  await eventually(
    () => vscode.languages.getDiagnostics(foreign.uri).some(({ source }) => source !== SOURCE),
    true,
    "the validator's answer on a JSON file",
  );
  equal(shownProblems(document), expectedProblems(document), "the problems of the rule file");
});

test("edits are followed, however fast they come", async () => {
  const editor = await openFile("typing.dispatch-rule.json", "");
  for (const character of TWO_KINDS)
    await editor.edit(
      (edit) => edit.insert(editor.document.positionAt(editor.document.getText().length), character),
      { undoStopBefore: false, undoStopAfter: false },
    );
  await eventually(() => shownProblems(editor.document), expectedProblems(editor.document), "the problems");
  equal(editor.document.getText(), TWO_KINDS, "the text");
});
