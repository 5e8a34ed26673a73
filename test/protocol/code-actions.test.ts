import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { CodeAction, TextEdit } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { checks } from "../../core/checks/index.generated.ts";
import { CAPABLE, Client } from "./client.ts";

const TWO_COMMAS = `{
  "trunkIds": ["a",],
  "rule": {"dispatchRuleDirect": {"roomName": "x"},}
}`;
const NOWHERE = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

function textEdits(action: CodeAction): { version: number | null; edits: TextEdit[] } {
  const [change] = action.edit!.documentChanges!;
  assert.ok(change && "edits" in change);
  return { version: change.textDocument.version, edits: change.edits as TextEdit[] };
}

function applied(text: string, action: CodeAction): string {
  return TextDocument.applyEdits(TextDocument.create("", "", 1, text), textEdits(action).edits);
}

describe("code actions", () => {
  let client: Client;
  let count = 0;
  const newFile = () => `file:///rules/${++count}.json`;
  before(async () => (client = await Client.start()));
  after(() => client.stop());

  const commasOf = async (uri: string, text: string) =>
    (await client.openAndDiagnose(uri, text)).filter(({ code }) => code === "trailing-comma");

  test("mend the problem that they are asked for", async () => {
    const uri = newFile();
    const [comma] = await commasOf(uri, TWO_COMMAS);
    const actions = await client.codeActions(uri, comma!.range, {
      diagnostics: [comma!],
      only: ["quickfix"],
    });
    const [fix] = actions;
    assert.equal(fix!.title, "Remove the comma");
    assert.equal(fix!.kind, "quickfix");
    assert.equal(fix!.isPreferred, true);
    assert.deepEqual(fix!.diagnostics, [comma]);
    assert.equal(textEdits(fix!).version, 1);
    assert.equal(applied(TWO_COMMAS, fix!), TWO_COMMAS.replace(`"a",`, `"a"`));
  });

  test("offer what mends a problem once, and as a refactoring where nobody asks for fixes", async () => {
    for (const metadata of [`{"a": 1}`, `{\n    "a": 1\n  }`]) {
      const uri = newFile();
      const text = `{"metadata": ${metadata}, "rule": {"dispatchRuleDirect": {"roomName": "x"}}}`;
      const found = await client.openAndDiagnose(uri, text);
      const problem = found.find(({ code }) => code === "metadata-not-a-string")!;
      const titles = async (more: object): Promise<string[]> =>
        (await client.codeActions(uri, problem.range, { diagnostics: [problem], ...more }))
          .map(({ title }) => title)
          .filter((title) => title.includes("JSON string"));
      assert.deepEqual(await titles({}), ["Write it as a JSON string"]);
      assert.deepEqual(await titles({ only: ["refactor"] }), ["Write the metadata as a JSON string"]);
    }
  });

  test("mend all of one kind", async () => {
    const uri = newFile();
    const [comma] = await commasOf(uri, TWO_COMMAS);
    const actions = await client.codeActions(uri, comma!.range, { diagnostics: [comma!] });
    const all = actions.find(({ title }) => title === "Fix all: Trailing comma (2)");
    assert.equal(all!.kind, "quickfix");
    assert.equal(applied(TWO_COMMAS, all!), TWO_COMMAS.replace(`"a",`, `"a"`).replace(`},}`, `}}`));
  });

  test("mend all that is safe when asked by kind, wherever the cursor is", async () => {
    const uri = newFile();
    await commasOf(uri, TWO_COMMAS);
    for (const only of ["source", "source.fixAll", "source.fixAll.livekitDispatch"]) {
      const actions = await client.codeActions(uri, NOWHERE, { only: [only] });
      assert.deepEqual(
        actions.map(({ kind }) => kind),
        ["source.fixAll.livekitDispatch"],
      );
      assert.ok(!applied(TWO_COMMAS, actions[0]!).includes(",]"));
      assert.ok(!applied(TWO_COMMAS, actions[0]!).includes(",}"));
    }
    assert.deepEqual(await client.codeActions(uri, NOWHERE, { only: ["refactor"] }), []);
    assert.deepEqual(await client.codeActions(uri, NOWHERE, { only: ["source.fixAll.eslint"] }), []);
  });

  test("mend all in every example of every check, and come to an end", async () => {
    for (const { code, examples } of checks)
      for (const example of examples) {
        let text = ("bad" in example ? example.bad : example.good).replace(/[⟦⟧]/g, "");
        const uri = newFile();
        client.open(uri, text);
        let version = 1;
        for (;;) {
          const [action] = await client.codeActions(uri, NOWHERE, { only: ["source.fixAll"] });
          if (!action) break;
          text = applied(text, action);
          client.change(uri, ++version, { text });
          assert.ok(version < 10, `${code}: fixing never ends: ${text}`);
        }
        client.close(uri);
      }
  });

  test("are found by place where the client shows no diagnostics", async () => {
    const uri = newFile();
    const [comma] = await commasOf(uri, TWO_COMMAS);
    const [fix] = await client.codeActions(uri, comma!.range, { only: ["quickfix"] });
    assert.deepEqual(fix!.diagnostics, [comma]);
    const actions = await client.codeActions(uri, NOWHERE, { only: ["quickfix"] });
    assert.ok(actions.every(({ title }) => title !== "Remove the comma"));
  });

  test("belong to the version that the server has, whatever the client shows", async () => {
    const uri = newFile();
    const [comma] = await commasOf(uri, TWO_COMMAS);
    const longer = TWO_COMMAS.replace(`"a"`, `"a", "bb"`);
    client.change(uri, 2, { text: longer });
    // The diagnostics of version 1 point to another place by now.
    const range = { start: { line: 1, character: 0 }, end: { line: 2, character: 0 } };
    const actions = await client.codeActions(uri, range, { diagnostics: [comma!], only: ["quickfix"] });
    assert.equal(textEdits(actions[0]!).version, 2);
    assert.equal(applied(longer, actions[0]!), longer.replace(`"bb",`, `"bb"`));
    client.change(uri, 3, { text: "{}" });
    const late = await client.codeActions(uri, comma!.range, { diagnostics: [comma!] });
    assert.ok(late.every(({ title }) => title !== "Remove the comma"));
  });

  test("of others' diagnostics are none", async () => {
    const uri = newFile();
    client.open(uri, TWO_COMMAS);
    const foreign = { range: NOWHERE, message: "x", source: "json", code: "trailing-comma" };
    const odd = { range: NOWHERE, message: "x", source: "livekit-dispatch" };
    assert.deepEqual(
      await client.codeActions(uri, NOWHERE, { diagnostics: [foreign, odd], only: ["quickfix"] }),
      [],
    );
  });

  test("of a document that is not open are none", async () => {
    assert.deepEqual(await client.codeActions("file:///never.json", NOWHERE), []);
    const uri = newFile();
    await client.openAndDiagnose(uri, TWO_COMMAS);
    client.close(uri);
    assert.deepEqual(await client.codeActions(uri, NOWHERE), []);
  });

  test("name no version to a client that does not want it", async () => {
    const other = await Client.start({ capabilities: { textDocument: CAPABLE.textDocument } });
    await other.openAndDiagnose("file:///x.json", TWO_COMMAS);
    const [action] = await other.codeActions("file:///x.json", NOWHERE, { only: ["source.fixAll"] });
    assert.deepEqual(Object.keys(action!.edit!.changes!), ["file:///x.json"]);
    await other.stop();
  });
});
