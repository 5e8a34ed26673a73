// A small language client for measuring any server that speaks over stdio.
import { spawn } from "node:child_process";
import { performance } from "node:perf_hooks";
import { frame, messageReader } from "./messages.mjs";

const PATIENCE_MS = 30_000;
const CAPABILITIES = {
  textDocument: {
    publishDiagnostics: { versionSupport: true, relatedInformation: true },
    synchronization: { didSave: true },
    completion: { completionItem: { snippetSupport: true, documentationFormat: ["markdown"] } },
    hover: { contentFormat: ["markdown"] },
  },
  workspace: { configuration: true, workspaceFolders: true },
};

export class Client {
  #process;
  #closed = false;
  #lastId = 0;
  #requests = new Map();
  #waiting = new Map();

  /** @param {string[]} command */
  constructor([program, ...args]) {
    this.startedAt = performance.now();
    this.#process = spawn(program, args, { stdio: ["pipe", "pipe", "ignore"] });
    this.#process.stdout.on(
      "data",
      messageReader((message, at) => this.#receive(message, at)),
    );
    this.#process.stdin.on("error", () => undefined); // "exit" says it
    this.#process.on("error", (error) => this.#end(error));
    this.#process.on("exit", (code, signal) => this.#end(new Error(`the server ended (${code ?? signal})`)));
  }

  get pid() {
    return this.#process.pid;
  }

  async initialize() {
    const params = {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: null,
      capabilities: CAPABILITIES,
    };
    await this.#request("initialize", params);
    this.#notify("initialized", {});
  }

  /** Opens a document as its first version; resolves with its diagnostics. */
  open(uri, text) {
    const published = this.#published(uri, 1);
    this.#notify("textDocument/didOpen", { textDocument: { uri, languageId: "json", version: 1, text } });
    return published;
  }

  /** Makes one change; resolves with the diagnostics of that version. */
  change(uri, version, change) {
    const published = this.#published(uri, version);
    this.#notify("textDocument/didChange", { textDocument: { uri, version }, contentChanges: [change] });
    return published;
  }

  async stop() {
    if (this.#closed) return;
    const ended = new Promise((resolve) => this.#process.once("exit", resolve));
    const impatient = setTimeout(() => this.#process.kill("SIGKILL"), 3000);
    await this.#request("shutdown", null).catch(() => undefined);
    this.#notify("exit", undefined);
    await ended;
    clearTimeout(impatient);
  }

  /** The next diagnostics of `version`, or the next of any kind from a server that names no version. */
  #published(uri, version) {
    return this.#await(this.#waiting, uri, `diagnostics of version ${version}`, { version });
  }

  #request(method, params) {
    const id = ++this.#lastId;
    const answer = this.#await(this.#requests, id, method, {});
    this.#send({ id, method, params });
    return answer;
  }

  #notify(method, params) {
    this.#send({ method, params });
  }

  #send(message) {
    if (!this.#closed) this.#process.stdin.write(frame({ jsonrpc: "2.0", ...message }));
  }

  /** A promise kept in `table` under `key` until it is settled or too late. */
  #await(table, key, what, entry) {
    return new Promise((resolve, reject) => {
      if (this.#closed) return reject(new Error("the server has ended"));
      const settle = (action) => (value) => {
        clearTimeout(timer);
        table.delete(key);
        action(value);
      };
      const timer = setTimeout(() => table.get(key).reject(new Error(`no ${what} in time`)), PATIENCE_MS);
      table.set(key, { ...entry, resolve: settle(resolve), reject: settle(reject) });
    });
  }

  #receive({ id, method, params, result, error }, at) {
    if (id !== undefined && method) return this.#answer(id, method, params);
    if (id !== undefined) {
      const request = this.#requests.get(id);
      return error ? request?.reject(new Error(error.message)) : request?.resolve(result);
    }
    if (method !== "textDocument/publishDiagnostics") return;
    const waiting = this.#waiting.get(params.uri);
    if (!waiting || (params.version ?? waiting.version) < waiting.version) return;
    waiting.resolve({ at, count: params.diagnostics.length });
  }

  /** The server asks: it gets no settings and no folders. */
  #answer(id, method, params) {
    const settings = method === "workspace/configuration" ? params.items.map(() => null) : null;
    this.#send({ id, result: settings });
  }

  #end(error) {
    this.#closed = true;
    for (const { reject } of [...this.#requests.values(), ...this.#waiting.values()]) reject(error);
  }
}
