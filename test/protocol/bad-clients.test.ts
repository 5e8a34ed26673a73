import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Position, Range } from "vscode-languageserver/node";
import { Client } from "./client.ts";

const COMMA = `{"rule": {"dispatchRuleDirect": {"roomName": "a"}},\n}`;

const at = (line: unknown, character: unknown) => ({ line, character }) as Position;
const range = (start: Position, end: Position): Range => ({ start, end });

describe("clients that do not keep the rules", () => {
  let client: Client;
  let count = 0;
  const newFile = () => `file:///rules/${++count}.json`;
  before(async () => (client = await Client.start()));
  after(async () => assert.equal(await client.stop(), 0));

  const hasComma = async (uri: string, version: number) =>
    (await client.diagnostics(uri, version)).some(({ code }) => code === "trailing-comma");

  const PLACES: readonly Range[] = [
    range(at(99, 0), at(99, 5)),
    range(at(99, 0), at(100, 0)),
    range(at(0, 9999), at(5, 9999)),
    range(at(-5, -7), at(-1, 3)),
    range(at(1, 1), at(0, 0)),
    range(at(0.5, 1.5), at(1.5, 0.5)),
    range(at(NaN, 0), at(0, Infinity)),
    range(at(2 ** 31, 2 ** 31), at(2 ** 53, 2 ** 53)),
    range(at("1", "2"), at({}, null)),
  ];

  test("changes in wrong places are applied to the nearest one; the document stays sound", async () => {
    for (const place of PLACES) {
      const uri = newFile();
      // What the project's configuration says of this folder is known then; meanwhile only the last version counts.
      await client.openAndDiagnose(uri, COMMA);
      client.change(uri, 2, { range: place, text: "\n" }, { range: place, text: "x\ny\r\nz" });
      client.change(uri, 3, { range: range(at(0, 0), at(99, 0)), text: COMMA });
      client.change(uri, 4, { range: range(at(0, 50), at(0, 51)), text: "" });
      assert.equal(await hasComma(uri, 3), true, JSON.stringify(place));
      assert.equal(await hasComma(uri, 4), false, JSON.stringify(place));
    }
  });

  test("code actions for wrong places are answered", async () => {
    const uri = newFile();
    client.open(uri, COMMA);
    for (const place of PLACES) assert.ok(Array.isArray(await client.codeActions(uri, place)));
  });

  test("changes of documents that are not open are ignored", async () => {
    client.change("file:///never.json", 2, { text: "{,}" });
    client.close("file:///never.json");
    client.change("", 2, { text: "{,}" });
    await client.settled();
    assert.ok(client.published.every(({ uri }) => uri !== "file:///never.json" && uri !== ""));
  });

  test("a document opened twice has the text of the second time", async () => {
    const uri = newFile();
    client.open(uri, "{}", 1);
    client.open(uri, COMMA, 2);
    assert.equal(await hasComma(uri, 2), true);
  });

  test("messages without sense are logged or refused, and work goes on", async () => {
    client.notify("textDocument/didOpen", {});
    client.notify("textDocument/didOpen", { textDocument: { uri: "file:///odd.json", version: 1, text: 7 } });
    client.notify("textDocument/didChange", {
      textDocument: { uri: "file:///odd.json" },
      contentChanges: [{}],
    });
    const uri = newFile();
    client.open(uri, COMMA);
    client.notify("textDocument/didChange", {
      textDocument: { uri, version: 2 },
      contentChanges: [{ range: null }],
    });
    client.notify("textDocument/didChange", {
      textDocument: { uri, version: null },
      contentChanges: [{ text: "" }],
    });
    client.notify("workspace/didChangeConfiguration", {});
    client.notify("$/unknown", {});
    await assert.rejects(client.request("textDocument/codeAction", {}));
    await assert.rejects(client.request("textDocument/unknown", {}), { code: -32601 });
    client.change(uri, 9, { text: COMMA });
    assert.equal(await hasComma(uri, 9), true);
  });

  test("a thousand documents are opened, changed and closed", async () => {
    const uris = Array.from({ length: 1000 }, newFile);
    for (const uri of uris) client.open(uri, COMMA);
    for (const uri of uris) client.change(uri, 2, { range: range(at(0, 50), at(0, 51)), text: "" });
    for (const uri of uris) assert.equal(await hasComma(uri, 2), false);
    for (const uri of uris) client.close(uri);
    await client.settled();
    for (const uri of uris)
      assert.deepEqual(client.published.findLast((params) => params.uri === uri)?.diagnostics, []);
  });

  test("a document that is too large gets one diagnostic, which says so", async () => {
    const uri = newFile();
    client.open(uri, `{"metadata": "${"x".repeat(33 * 1024 * 1024)}`);
    const diagnostics = await client.diagnostics(uri, 1);
    assert.deepEqual(
      diagnostics.map(({ code, severity }) => ({ code, severity })),
      [{ code: "too-large", severity: 2 }],
    );
    assert.deepEqual(await client.codeActions(uri, diagnostics[0]!.range), []);
    client.change(uri, 2, { text: COMMA });
    assert.equal(await hasComma(uri, 2), true);
  });

  test("headers and messages that are none are logged, those behind them are read", async () => {
    const { stdin } = client.process;
    const write = (...parts: readonly string[]) => parts.forEach((part) => stdin!.write(part));
    const frame = (text: string) => `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
    client.log.length = 0;
    write(
      `Content-Length: 5\r\n\r\n{"a":`,
      "Content-Type: x\r\n\r\n",
      frame(`"ü"`),
      frame("[]"),
      frame("null"),
    );
    const uri = newFile();
    const open = {
      textDocument: { uri, languageId: "json", version: 1, text: COMMA.replace(`"a"`, `"ü💥"`) },
    };
    const message = frame(JSON.stringify({ jsonrpc: "2.0", method: "textDocument/didOpen", params: open }));
    for (const byte of Buffer.from(`Content-Type: x; charset=utf-8\r\n${message}`)) {
      stdin!.write(Buffer.of(byte));
      if (byte === 0x0a) await new Promise((resolve) => setImmediate(resolve));
    }
    assert.equal(await hasComma(uri, 1), true);
    assert.deepEqual(
      client.log.map(({ message }) => message.includes("cannot be read")),
      [true, true, false, false, false],
    );
    assert.ok(client.log.every(({ message }) => !message.includes("ü")));
  });
});
