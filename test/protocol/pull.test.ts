import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { DocumentDiagnosticReport } from "vscode-languageserver/node";
import { Client, PULLING } from "./client.ts";

const COMMA = `{"rule": {"dispatchRuleDirect": {"roomName": "a"}},}`;

function codes(report: DocumentDiagnosticReport): unknown[] {
  assert.equal(report.kind, "full");
  return report.items.map(({ code }) => code);
}

describe("diagnostics for a client that pulls", () => {
  let client: Client;
  let settings: unknown = {};
  const pull = (uri: string, previousResultId?: string) =>
    client.request<DocumentDiagnosticReport>("textDocument/diagnostic", {
      textDocument: { uri },
      ...(previousResultId && { previousResultId }),
    });
  before(async () => {
    const capabilities = { ...PULLING, workspace: { ...PULLING.workspace, configuration: true } };
    client = await Client.start({ capabilities, configuration: () => settings });
  });
  after(() => client.stop());

  test("come when asked for, never by themselves", async () => {
    client.open("file:///a.json", COMMA);
    const report = await pull("file:///a.json");
    assert.ok(codes(report).includes("trailing-comma"));
    client.change("file:///a.json", 2, { text: "[]" });
    client.close("file:///a.json");
    await client.settled();
    assert.deepEqual(client.published, []);
  });

  test("are unchanged as long as the text is", async () => {
    const uri = "file:///b.json";
    client.open(uri, COMMA);
    const first = await pull(uri);
    assert.deepEqual(await pull(uri, first.resultId), { kind: "unchanged", resultId: first.resultId });
    client.change(uri, 2, { text: "[]" });
    const second = await pull(uri, first.resultId);
    assert.equal(second.kind, "full");
    assert.notEqual(second.resultId, first.resultId);
    // A document that is opened again starts with the same version, but need not have the same text.
    client.close(uri);
    client.open(uri, "{,}");
    assert.equal((await pull(uri, first.resultId)).kind, "full");
  });

  test("of a document that is not open are none", async () => {
    assert.deepEqual(await pull("file:///never-opened.json"), { kind: "full", items: [] });
    assert.deepEqual(await pull("not a uri"), { kind: "full", items: [] });
  });

  test("are asked for again when the settings change", async () => {
    const uri = "file:///c.json";
    client.open(uri, COMMA);
    const before = await pull(uri);
    const refreshes = client.refreshes;
    settings = { checks: { "trailing-comma": "off" } };
    client.notify("workspace/didChangeConfiguration", { settings: null });
    await client.until(() => (client.refreshes > refreshes ? true : undefined), "refresh");
    assert.ok(!codes(await pull(uri, before.resultId)).includes("trailing-comma"));
    settings = {};
  });

  test("a request that was cancelled is answered as cancelled", async () => {
    const uri = "file:///d.json";
    client.open(uri, `{"items": [${'{"rule": {}},'.repeat(100_000)}]}`);
    // Sent one after the other, the second message may come too late, which is no fault.
    const request = { id: "given up", method: "textDocument/diagnostic", params: { textDocument: { uri } } };
    const giveUp = { method: "$/cancelRequest", params: { id: "given up" } };
    const { error } = (await client.sayAtOnce([request, giveUp], "given up")) as { error?: { code: number } };
    assert.equal(error?.code, -32800);
    client.close(uri);
    assert.deepEqual(await pull(uri), { kind: "full", items: [] });
  });
});
