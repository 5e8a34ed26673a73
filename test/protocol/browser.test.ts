/** The server as it runs on the web: bundled for a worker, with none of Node's globals in reach. */
import assert from "node:assert/strict";
import path from "node:path";
import { test } from "node:test";
import { createContext, runInContext } from "node:vm";
import { build } from "esbuild";
import type { PublishDiagnosticsParams } from "vscode-languageserver/node";
import { buildOptions, ENTRIES } from "../../scripts/build/entries.mjs";

const ROOT = path.resolve(import.meta.dirname, "../..");

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
}

/** What a worker's global scope has and our code may use; `sent` gets what the worker posts. */
function workerScope(sent: (message: Message) => void) {
  const scope = {
    onmessage: (_event: { data: Message }): void => assert.fail("nobody listens"),
    postMessage: (message: Message) => sent(structuredClone(message)),
    addEventListener: () => {},
    console,
    setTimeout,
    clearTimeout,
    queueMicrotask,
    TextDecoder,
    TextEncoder,
  };
  return Object.assign(scope, { self: scope });
}

test("in a worker the server publishes diagnostics", async () => {
  const entry = ENTRIES.find(({ name }) => name === "server.browser");
  assert.ok(entry);
  const { outputFiles } = await build({
    ...buildOptions(entry, { root: ROOT, development: false }),
    write: false,
  });
  const published = new Promise<PublishDiagnosticsParams>((resolve) => {
    const scope = workerScope(({ id, method, params }) => {
      if (id === 1) {
        say({ method: "initialized", params: {} });
        const textDocument = {
          uri: "vscode-vfs://x/rule.json",
          languageId: "json",
          version: 1,
          text: `{"rule": {},}`,
        };
        say({ method: "textDocument/didOpen", params: { textDocument } });
      }
      if (method === "textDocument/publishDiagnostics") resolve(params as PublishDiagnosticsParams);
    });
    const say = (message: Message) => scope.onmessage({ data: { jsonrpc: "2.0", ...message } as Message });
    runInContext(outputFiles[0]!.text, createContext(scope));
    say({ id: 1, method: "initialize", params: { processId: null, rootUri: null, capabilities: {} } });
  });
  const { uri, version, diagnostics } = await published;
  assert.deepEqual({ uri, version }, { uri: "vscode-vfs://x/rule.json", version: 1 });
  assert.ok(diagnostics.some(({ code }) => code === "trailing-comma"));
});
