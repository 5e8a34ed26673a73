/** The server as it runs on the web: bundled for a worker, with none of Node's globals in reach. */
import assert from "node:assert/strict";
import path from "node:path";
import { test } from "node:test";
import { createContext, runInContext } from "node:vm";
import { build } from "esbuild";
import type { Hover, MarkupContent, PublishDiagnosticsParams } from "vscode-languageserver/node";
import { buildOptions, ENTRIES } from "../../scripts/build/entries.mjs";
import type { ScriptParams } from "../../server/messages.ts";
import { lateScripts } from "../../scripts/build/late-scripts.mjs";

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

function entryNamed(name: string) {
  const entry = ENTRIES.find((each) => each.name === name);
  assert.ok(entry);
  return { entry, options: buildOptions(entry, { root: ROOT, development: false }) };
}

async function bundle(): Promise<string> {
  const { options } = entryNamed("server.browser");
  const { outputFiles } = await build({ ...options, write: false });
  return outputFiles[0]!.text;
}

/** What VS Code is given: a script, and another that is loaded late. */
async function scripts(): Promise<Record<string, string>> {
  const { entry, options } = entryNamed("server");
  return lateScripts(await build({ ...options, write: false }), entry, true);
}

const URI = "vscode-vfs://x/rule.json";
const TEXT = `{"rule": {},}`;

/**
 * A client on the other side of the worker: starts the server, opens a document, asks for a hover.
 * @param late the text of a script that the server asks for
 */
async function talk(code: string, documentation: object | undefined, late?: (name: string) => string) {
  let published: PublishDiagnosticsParams | undefined;
  const hover = await new Promise<Hover>((resolve) => {
    const scope = workerScope(({ id, method, params, result }) => {
      if (method === "textDocument/publishDiagnostics") published = params as PublishDiagnosticsParams;
      if (method === "livekitDispatch/documentation")
        say(documentation ? { id, result: documentation } : { id, error: { code: -32601, message: "no" } });
      if (method === "livekitDispatch/script") say({ id, result: late?.((params as ScriptParams).script) });
      if (method !== undefined) return;
      if (id === 1) {
        say({ method: "initialized", params: {} });
        const textDocument = { uri: URI, languageId: "json", version: 1, text: TEXT };
        say({ method: "textDocument/didOpen", params: { textDocument } });
        const position = { line: 0, character: 2 };
        say({ id: 2, method: "textDocument/hover", params: { textDocument: { uri: URI }, position } });
        // An editor asks for more at the same time; the script is asked for once.
        say({ id: 3, method: "textDocument/documentSymbol", params: { textDocument: { uri: URI } } });
      }
      if (id === 2) resolve(result as Hover);
    });
    const say = (message: Message) => scope.onmessage({ data: { jsonrpc: "2.0", ...message } });
    const context = createContext(scope);
    const urls = new Map<string, string>();
    Object.assign(scope, {
      Blob: class {
        constructor(readonly parts: readonly string[]) {}
      },
      URL: {
        createObjectURL({ parts }: { parts: readonly string[] }) {
          urls.set("blob:1", parts.join(""));
          return "blob:1";
        },
        revokeObjectURL: (url: string) => urls.delete(url),
      },
      importScripts: (url: string) => void runInContext(urls.get(url)!, context),
    });
    runInContext(code, context);
    const params = { processId: null, rootUri: null, capabilities: {} };
    // What is posted to a worker arrives when its script has run.
    setImmediate(() => say({ id: 1, method: "initialize", params }));
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

test("in a worker the script that VS Code is given asks for the other one when it is needed", async () => {
  const { "server.js": code, ...others } = await scripts();
  const asked: unknown[] = [];
  const { published, hover } = await talk(code!, undefined, (name) => {
    asked.push(name);
    return others[name]!;
  });
  assert.ok(published?.diagnostics.some(({ code }) => code === "trailing-comma"));
  assert.match(hover, /^rule/);
  assert.deepEqual(asked, ["server.features.js"]);
});
