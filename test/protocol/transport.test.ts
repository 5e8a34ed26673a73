/** The other ways to the server: between Node's processes, as VS Code does it, and over a socket. */
import assert from "node:assert/strict";
import { fork, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type AddressInfo, type Socket } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { build } from "esbuild";
import {
  createMessageConnection,
  IPCMessageReader,
  IPCMessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
  type InitializeResult,
  type MessageConnection,
} from "vscode-languageserver/node";
import { buildOptions, ENTRIES } from "../../scripts/build/entries.mjs";
import { lateScripts } from "../../scripts/build/late-scripts.mjs";

const ROOT = path.resolve(import.meta.dirname, "../..");
const MAIN = "server/node-main.ts";

async function serves(connection: MessageConnection, server: ChildProcess): Promise<void> {
  const ended = once(server, "exit");
  connection.listen();
  const params = { processId: process.pid, rootUri: null, capabilities: {} };
  const { serverInfo } = await connection.sendRequest<InitializeResult>("initialize", params);
  assert.equal(serverInfo?.name, "livekit-dispatch");
  await connection.sendRequest("shutdown");
  await connection.sendNotification("exit");
  assert.deepEqual((await ended)[0], 0);
  connection.dispose();
}

function forked(): ChildProcess {
  return fork(MAIN, ["--node-ipc"], { cwd: ROOT, execArgv: ["--import", "tsx"] });
}

test("between Node's processes", async () => {
  const server = forked();
  await serves(createMessageConnection(new IPCMessageReader(server), new IPCMessageWriter(server)), server);
});

test("a parent that goes away takes the server along", async () => {
  const server = forked();
  const connection = createMessageConnection(new IPCMessageReader(server), new IPCMessageWriter(server));
  connection.listen();
  await connection.sendRequest("initialize", { processId: null, rootUri: null, capabilities: {} });
  const ended = once(server, "exit");
  server.disconnect();
  assert.deepEqual((await ended)[0], 1);
});

test("over a socket", async () => {
  const listener = createServer().listen(0, "127.0.0.1");
  await once(listener, "listening");
  const { port } = listener.address() as AddressInfo;
  const server = spawn(process.execPath, ["--import", "tsx", MAIN, `--socket=${port}`], { cwd: ROOT });
  const [socket] = (await once(listener, "connection")) as [Socket];
  listener.close();
  await serves(
    createMessageConnection(new StreamMessageReader(socket), new StreamMessageWriter(socket)),
    server,
  );
});

async function scriptsOfVSCode(development = false): Promise<Record<string, string>> {
  const entry = ENTRIES.find(({ name }) => name === "server");
  assert.ok(entry);
  const options = buildOptions(entry, { root: ROOT, development });
  return lateScripts(await build({ ...options, write: false }), entry, !development);
}

test("the two scripts that VS Code is given: one to start with, one for who asks for more", async (t) => {
  const scripts = await scriptsOfVSCode();
  const folder = await mkdtemp(path.join(tmpdir(), "livekit-dispatch-"));
  t.after(() => rm(folder, { recursive: true }));
  for (const [name, text] of Object.entries(scripts)) await writeFile(path.join(folder, name), text);

  const server = fork(path.join(folder, "server.js"), ["--node-ipc"]);
  const ended = once(server, "exit");
  const connection = createMessageConnection(new IPCMessageReader(server), new IPCMessageWriter(server));
  connection.listen();
  await connection.sendRequest("initialize", { processId: process.pid, rootUri: null, capabilities: {} });
  await connection.sendNotification("initialized", {});
  const textDocument = { uri: "file:///x.dispatch-rule.json", languageId: "json", version: 1, text: "{}" };
  await connection.sendNotification("textDocument/didOpen", { textDocument });
  // Both at once: the script is loaded once.
  const ask = () =>
    connection.sendRequest<{ items: { label: string }[] }>("textDocument/completion", {
      textDocument,
      position: { line: 0, character: 1 },
    });
  for (const { items } of await Promise.all([ask(), ask()]))
    assert.ok(items.some(({ label }) => label.includes("dispatch_rule")));
  await connection.sendRequest("shutdown");
  await connection.sendNotification("exit");
  assert.deepEqual((await ended)[0], 0);
});

test("where the other script is gone, it says so once and goes on", async (t) => {
  const scripts = await scriptsOfVSCode();
  const folder = await mkdtemp(path.join(tmpdir(), "livekit-dispatch-"));
  t.after(() => rm(folder, { recursive: true }));
  await writeFile(path.join(folder, "server.js"), scripts["server.js"]!);

  const server = fork(path.join(folder, "server.js"), ["--node-ipc"]);
  const ended = once(server, "exit");
  const connection = createMessageConnection(new IPCMessageReader(server), new IPCMessageWriter(server));
  const said: string[] = [];
  connection.onNotification("window/logMessage", ({ message }: { message: string }) => {
    said.push(message);
  });
  connection.listen();
  await connection.sendRequest("initialize", { processId: process.pid, rootUri: null, capabilities: {} });
  const textDocument = { uri: "file:///x.dispatch-rule.json", languageId: "json", version: 1, text: "{}" };
  await connection.sendNotification("textDocument/didOpen", { textDocument });
  for (let at = 0; at < 2; at++) {
    const hover = { textDocument, position: { line: 0, character: 1 } };
    assert.equal(await connection.sendRequest("textDocument/hover", hover), null);
    assert.deepEqual(await connection.sendRequest("completionItem/resolve", { label: "x" }), { label: "x" });
  }
  await connection.sendRequest("shutdown");
  await connection.sendNotification("exit");
  assert.deepEqual((await ended)[0], 0);
  assert.equal(said.length, 1);
  assert.match(said[0]!, /^Only diagnostics work: .* Restart it\. Error\n/);
  assert.doesNotMatch(said[0]!, /Cannot find module/);
});

test("they are built for development as well", async () => {
  const scripts = await scriptsOfVSCode(true);
  assert.deepEqual(Object.keys(scripts).sort(), ["server.features.js", "server.js", "server.picture.js"]);
});

test("the script to start with stays small", async () => {
  const scripts = await scriptsOfVSCode();
  const bytes = Buffer.byteLength(scripts["server.js"]!);
  assert.ok(bytes <= 300_000, `server.js has ${bytes} bytes`);
});
