import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { describe, test } from "node:test";
import { CAPABLE, Client, EDITING, PULLING } from "./client.ts";

describe("what the server says it can do", () => {
  test("it pushes diagnostics to a client that cannot pull", async () => {
    const client = await Client.start({ capabilities: CAPABLE });
    const { capabilities, serverInfo } = client.initialized!;
    assert.equal(serverInfo?.name, "livekit-dispatch");
    assert.equal(capabilities.positionEncoding, "utf-16");
    assert.deepEqual(capabilities.textDocumentSync, { openClose: true, change: 2 });
    assert.deepEqual(capabilities.codeActionProvider, {
      codeActionKinds: ["quickfix", "source.fixAll.livekitDispatch", "refactor.rewrite", "refactor.extract"],
    });
    assert.equal(capabilities.diagnosticProvider, undefined);
    assert.equal(await client.stop(), 0);
  });

  test("it offers diagnostics to a client that pulls", async () => {
    const client = await Client.start({ capabilities: PULLING });
    assert.deepEqual(client.initialized!.capabilities.diagnosticProvider, {
      identifier: "livekit-dispatch",
      interFileDependencies: true,
      workspaceDiagnostics: true,
    });
    assert.equal(await client.stop(), 0);
  });

  test("each feature is offered to a client that has use for it", async () => {
    const client = await Client.start({ capabilities: EDITING });
    const { capabilities } = client.initialized!;
    assert.deepEqual(capabilities.completionProvider, {
      triggerCharacters: ['"', ":", ","],
      resolveProvider: true,
    });
    assert.deepEqual(capabilities.documentLinkProvider, {});
    for (const name of [
      "hoverProvider",
      "documentSymbolProvider",
      "foldingRangeProvider",
      "selectionRangeProvider",
      "documentHighlightProvider",
      "inlayHintProvider",
      "documentFormattingProvider",
      "documentRangeFormattingProvider",
    ] as const)
      assert.equal(capabilities[name], true, name);
    assert.equal(await client.stop(), 0);
  });

  test("a client that can nothing gets no code actions", async () => {
    const client = await Client.start({ capabilities: {} });
    assert.deepEqual(Object.keys(client.initialized!.capabilities).sort(), [
      "positionEncoding",
      "textDocumentSync",
    ]);
    const [diagnostic] = await client.openAndDiagnose("file:///rule.json", `{"rule": {},}`);
    assert.deepEqual(Object.keys(diagnostic!).sort(), ["code", "message", "range", "severity", "source"]);
    assert.deepEqual(await client.codeActions("file:///rule.json", diagnostic!.range), []);
    assert.equal(await client.stop(), 0);
  });
});

describe("the end", () => {
  test("exit after shutdown: 0", async () => {
    const client = await Client.start();
    assert.equal(await client.stop(), 0);
  });

  test("exit without shutdown: 1", async () => {
    const client = await Client.start();
    client.notify("exit");
    assert.equal(await client.exitCode(), 1);
  });

  test("standard input closes: 1", async () => {
    const client = await Client.start();
    await client.settled();
    client.process.stdin!.end();
    assert.equal(await client.exitCode(), 1);
  });

  test("the client dies without a word: the server ends too", async () => {
    const client = Client.spawn();
    const parent = spawn(process.execPath, ["-e", ""]);
    await once(parent, "exit");
    await client.request("initialize", { processId: parent.pid, rootUri: null, capabilities: {} });
    assert.equal(await client.exitCode(), 1);
  });

  test("exit before initialize: 1", async () => {
    const client = Client.spawn();
    client.notify("exit");
    assert.equal(await client.exitCode(), 1);
  });
});
