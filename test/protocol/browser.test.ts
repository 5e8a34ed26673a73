/** The server as it runs on the web: bundled for a worker, with none of Node's globals in reach. */
import assert from "node:assert/strict";
import path from "node:path";
import { test } from "node:test";
import { createContext, runInContext } from "node:vm";
import { build } from "esbuild";
import type { Hover, MarkupContent, PublishDiagnosticsParams } from "vscode-languageserver/node";
import { buildOptions, ENTRIES } from "../../scripts/build/entries.mjs";

const ROOT = path.resolve(import.meta.dirname, "../..");

interface Message {
  readonly jsonrpc?: "2.0";
  readonly id?: number | undefined;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: object;
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

async function bundle(): Promise<string> {
  const entry = ENTRIES.find(({ name }) => name === "server.browser");
  assert.ok(entry);
  const options = buildOptions(entry, { root: ROOT, development: false });
  const { outputFiles } = await build({ ...options, write: false });
  return outputFiles[0]!.text;
}

const URI = "vscode-vfs://x/rule.json";
const TEXT = `{"rule": {},}`;

/** A client on the other side of the worker: starts the server, opens a document, asks for a hover. */
async function talk(code: string, documentation: object | undefined) {
  let published: PublishDiagnosticsParams | undefined;
  const hover = await new Promise<Hover>((resolve) => {
    const scope = workerScope(({ id, method, params, result }) => {
      if (method === "textDocument/publishDiagnostics") published = params as PublishDiagnosticsParams;
      if (method === "livekitDispatch/documentation")
        say(documentation ? { id, result: documentation } : { id, error: { code: -32601, message: "no" } });
      if (method !== undefined) return;
      if (id === 1) {
        say({ method: "initialized", params: {} });
        const textDocument = { uri: URI, languageId: "json", version: 1, text: TEXT };
        say({ method: "textDocument/didOpen", params: { textDocument } });
        const position = { line: 0, character: 2 };
        say({ id: 2, method: "textDocument/hover", params: { textDocument: { uri: URI }, position } });
      }
      if (id === 2) resolve(result as Hover);
    });
    const say = (message: Message) => scope.onmessage({ data: { jsonrpc: "2.0", ...message } });
    runInContext(code, createContext(scope));
    say({ id: 1, method: "initialize", params: { processId: null, rootUri: null, capabilities: {} } });
  });
  return { published, hover: (hover.contents as MarkupContent).value };
}

test("in a worker the server publishes diagnostics, and asks the client for the documentation", async () => {
  const code = await bundle();
  const { published, hover } = await talk(code, {
    "livekit.SIPDispatchRuleInfo.rule": { text: "What it does." },
  });
  assert.deepEqual({ uri: published?.uri, version: published?.version }, { uri: URI, version: 1 });
  assert.ok(published?.diagnostics.some(({ code }) => code === "trailing-comma"));
  assert.match(hover, /What it does\./);
  assert.match((await talk(code, undefined)).hover, /^rule/);
});
