import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { CodeAction, CreateFile, Range, TextDocumentEdit } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { readRuleDocument } from "../../core/document.ts";
import { EXAMPLES } from "../support/documents.ts";
import { CAPABLE, Client, EDITING } from "./client.ts";

const START: Range = { start: { line: 0, character: 1 }, end: { line: 0, character: 1 } };
const IN_ITEM: Range = { start: { line: 0, character: 15 }, end: { line: 0, character: 15 } };

function applied(text: string, { edit }: CodeAction): string {
  const [change] = edit?.documentChanges as TextDocumentEdit[];
  return TextDocument.applyEdits(TextDocument.create("", "", 1, text), change!.edits as never);
}

describe("refactorings", () => {
  let client: Client;
  before(async () => (client = await Client.start({ capabilities: EDITING })));
  after(() => client.stop());

  test("turn a rule into a create request and back", async () => {
    const uri = "file:///rules/direct.json";
    client.open(uri, EXAMPLES.direct);
    const actions = await client.codeActions(uri, START, { only: ["refactor"] });
    assert.ok(actions.every(({ kind }) => kind?.startsWith("refactor.")));
    const wrap = actions.find(({ title }) => title.startsWith("Wrap"));
    assert.equal(readRuleDocument(applied(EXAMPLES.direct, wrap!)).form, "wrapped");
  });

  test("are left out where the client asks for something else", async () => {
    const uri = "file:///rules/only.json";
    client.open(uri, EXAMPLES.direct);
    for (const only of [["quickfix"], ["source"], ["refactor.inline"], ["refactor.extract"]])
      assert.ok(
        (await client.codeActions(uri, START, { only })).every(({ kind }) => kind !== "refactor.rewrite"),
      );
  });

  test("make a file of a rule in a list, beside it", async () => {
    const uri = "file:///rules/my%20list.json";
    client.open(uri, EXAMPLES.list);
    const [extract] = await client.codeActions(uri, IN_ITEM, { only: ["refactor.extract"] });
    const [create, content] = extract!.edit!.documentChanges as [CreateFile, TextDocumentEdit];
    assert.equal(create.kind, "create");
    assert.match(create.uri, /^file:\/\/\/rules\/[^/]+\.json$/);
    assert.equal(create.options?.overwrite, false);
    assert.equal(content.textDocument.uri, create.uri);
    assert.equal(content.textDocument.version, null);
  });

  test("make no file where the client cannot, or where there is no folder", async () => {
    client.open("untitled:Untitled-1", EXAMPLES.list);
    const only = ["refactor.extract"];
    assert.deepEqual(await client.codeActions("untitled:Untitled-1", IN_ITEM, { only }), []);
    const other = await Client.start({ capabilities: CAPABLE });
    other.open("file:///rules/list.json", EXAMPLES.list);
    assert.deepEqual(await other.codeActions("file:///rules/list.json", IN_ITEM, { only }), []);
    await other.stop();
  });
});
