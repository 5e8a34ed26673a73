/** The messages that the protocol does not have. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { TextEdit } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { readRuleDocument } from "../../core/document.ts";
import {
  CONVERT,
  EXPLAIN,
  METADATA,
  METADATA_EDIT,
  type ConvertAnswer,
  type ExplainAnswer,
  type MetadataEditAnswer,
  type MetadataEntry,
  type MetadataList,
} from "../../server/messages.ts";
import { EXAMPLES } from "../support/documents.ts";
import { Client } from "./client.ts";

describe("our own messages", () => {
  let client: Client;
  let count = 0;
  before(async () => (client = await Client.start()));
  after(() => client.stop());

  function open(text: string): { uri: string; document: TextDocument } {
    const uri = `file:///own/${++count}.json`;
    client.open(uri, text);
    return { uri, document: TextDocument.create(uri, "", 1, text) };
  }

  async function onlyMetadata(uri: string): Promise<MetadataEntry> {
    const { strings } = await client.request<MetadataList>(METADATA, { uri });
    assert.equal(strings.length, 1);
    return strings[0]!;
  }

  const edited = (uri: string, entry: MetadataEntry, text: string) =>
    client.request<MetadataEditAnswer>(METADATA_EDIT, {
      uri,
      path: entry.path,
      ownerName: entry.ownerName,
      original: entry.text,
      edited: text,
    });

  test("metadata is listed as LiveKit stores it and as an editor shows it", async () => {
    const { uri, document } = open(EXAMPLES.metadata);
    const entry = await onlyMetadata(uri);
    assert.equal(entry.text, `{"is_internal": true}`);
    assert.equal(entry.shown, `{\n  "is_internal": true\n}`);
    assert.equal(entry.owner, "rule");
    assert.deepEqual(entry.path, ["metadata"]);
    assert.match(document.getText(entry.range), /^"\{/);
    const at = (position: object) => client.request<MetadataList>(METADATA, { uri, position });
    assert.deepEqual((await at(entry.range.start)).strings, [entry]);
    assert.deepEqual((await at({ line: 0, character: 0 })).strings, []);
  });

  test("an edited text comes back as one edit, escaped; the rest of the file stays", async () => {
    const { uri, document } = open(EXAMPLES.wrapped);
    const entry = await onlyMetadata(uri);
    const answer = await edited(uri, entry, `{\n  "voice": "no \\"va\\""\n}\n`);
    assert.ok("edit" in answer && answer.edit);
    assert.equal(answer.version, 1);
    assert.equal(answer.text, `{"voice": "no \\"va\\""}`);
    const after = TextDocument.applyEdits(document, [answer.edit]);
    assert.deepEqual(readRuleDocument(after).tree.problems, []);
    assert.ok(after.includes(String.raw`"{\"voice\": \"no \\\"va\\\"\"}"`), after);
    const same = await edited(uri, entry, entry.shown);
    assert.deepEqual(same, { version: 1, edit: null, text: entry.text });
  });

  test("a file that says something else by now is a conflict", async () => {
    const { uri } = open(EXAMPLES.metadata);
    const entry = await onlyMetadata(uri);
    client.change(uri, 2, { text: EXAMPLES.metadata.replace("true", "false") });
    const changed = await edited(uri, entry, "{}");
    assert.ok("conflict" in changed && changed.conflict === "changed" && changed.words !== "");
    client.change(uri, 3, { text: EXAMPLES.direct });
    const missing = await edited(uri, entry, "{}");
    assert.ok("conflict" in missing && missing.conflict === "missing");
    assert.equal(missing.version, 3);
  });

  test("a document is converted, or the answer says why not", async () => {
    const { uri, document } = open(EXAMPLES.direct);
    const wrapped = await client.request<ConvertAnswer>(CONVERT, { uri, form: "wrapped" });
    assert.ok("text" in wrapped);
    assert.equal(readRuleDocument(wrapped.text).form, "wrapped");
    assert.equal(TextDocument.applyEdits(document, wrapped.edits as TextEdit[]), wrapped.text);
    const list = open(EXAMPLES.list);
    const refused = await client.request<ConvertAnswer>(CONVERT, { uri: list.uri, form: "bare" });
    assert.ok("reason" in refused && refused.reason !== "" && refused.range === null);
  });

  test("the problems at a place are explained", async () => {
    const { uri, document } = open(`{"rule": {"dispatchRuleDirect": {"roomName": "a"}},}`);
    const at = (offset: number) =>
      client.request<ExplainAnswer>(EXPLAIN, { uri, position: document.positionAt(offset) });
    const [comma] = (await at(50)).problems;
    assert.equal(comma?.code, "trailing-comma");
    assert.equal(comma.livekit?.by, "tool");
    assert.deepEqual(comma.fixes, ["Remove the comma"]);
    assert.ok((await at(3)).problems.every(({ code }) => code !== "trailing-comma"));
  });

  test("about a document that is not open all answer null, and wrong questions are refused", async () => {
    for (const method of [METADATA, METADATA_EDIT, CONVERT, EXPLAIN]) {
      assert.equal(await client.request(method, { uri: "file:///never.json" }), null);
      await assert.rejects(client.request(method, {}), { code: -32602 });
    }
    const { uri } = open(EXAMPLES.direct);
    for (const method of [METADATA, METADATA_EDIT, CONVERT, EXPLAIN])
      await client.request(method, { uri, position: 7, form: "x", path: 3 }).catch(() => undefined);
    assert.ok((await client.request<MetadataList>(METADATA, { uri })).strings.length === 0);
  });
});
