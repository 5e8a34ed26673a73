/** The other ways to the server: between Node's processes, as VS Code does it, and over a socket. */
import assert from "node:assert/strict";
import { fork, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer, type AddressInfo, type Socket } from "node:net";
import path from "node:path";
import { test } from "node:test";
import {
  createMessageConnection,
  IPCMessageReader,
  IPCMessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
  type InitializeResult,
  type MessageConnection,
} from "vscode-languageserver/node";

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
