/** A small language client that starts a server of its own and speaks with it over standard input and output. */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type CodeAction,
  type CodeActionContext,
  type Diagnostic,
  type InitializeResult,
  type LogMessageParams,
  type MessageConnection,
  type Position,
  type PublishDiagnosticsParams,
  type Range,
  type Registration,
  type SymbolKind,
  type TextDocumentContentChangeEvent,
} from "vscode-languageserver/node";

const ROOT = path.resolve(import.meta.dirname, "../..");
const PATIENCE_MS = 20_000;

export const SERVER: readonly string[] = ["--import", "tsx", "server/node-main.ts", "--stdio"];

/** A client that can do everything that the server asks about, but for pulling. */
export const CAPABLE = {
  textDocument: {
    publishDiagnostics: { relatedInformation: true, tagSupport: { valueSet: [1, 2] } },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix", "source.fixAll"] } },
      isPreferredSupport: true,
    },
  },
  workspace: { workspaceEdit: { documentChanges: true } },
} satisfies ClientCapabilities;

export const PULLING = {
  ...CAPABLE,
  textDocument: { ...CAPABLE.textDocument, diagnostic: { relatedDocumentSupport: false } },
  workspace: { ...CAPABLE.workspace, diagnostics: { refreshSupport: true } },
} satisfies ClientCapabilities;

/** A client that shows everything that there is. */
export const EDITING = {
  ...CAPABLE,
  textDocument: {
    ...CAPABLE.textDocument,
    completion: {
      completionItem: {
        snippetSupport: true,
        documentationFormat: ["markdown", "plaintext"],
        insertTextModeSupport: { valueSet: [1, 2] },
        tagSupport: { valueSet: [1] },
        preselectSupport: true,
      },
    },
    hover: { contentFormat: ["markdown", "plaintext"] },
    documentSymbol: {
      hierarchicalDocumentSymbolSupport: true,
      symbolKind: { valueSet: Array.from({ length: 26 }, (_, index) => (index + 1) as SymbolKind) },
    },
    foldingRange: { lineFoldingOnly: true },
    selectionRange: {},
    documentHighlight: {},
    documentLink: { tooltipSupport: true },
    inlayHint: {},
    formatting: {},
    rangeFormatting: {},
  },
  workspace: {
    workspaceEdit: { documentChanges: true, resourceOperations: ["create"] },
    inlayHint: { refreshSupport: true },
  },
} satisfies ClientCapabilities;

export interface ClientOptions {
  readonly clientInfo?: { readonly name: string };
  readonly workspaceFolders?: readonly { readonly uri: string; readonly name: string }[];
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** What `workspace/configuration` is answered with, for a folder or in general; asked each time. */
  readonly configuration?: (scopeUri?: string) => unknown;
}

export class Client {
  readonly connection: MessageConnection;
  readonly published: PublishDiagnosticsParams[] = [];
  readonly log: LogMessageParams[] = [];
  readonly registrations: Registration[] = [];
  refreshes = 0;
  initialized: InitializeResult | undefined;
  readonly #exit: Promise<number | null>;
  readonly #listeners = new Set<() => void>();

  private constructor(
    readonly process: ChildProcess,
    options: ClientOptions,
  ) {
    const { stdin, stdout } = process;
    if (!stdin || !stdout) throw new Error("the server has no standard input and output");
    stdin.on("error", () => undefined); // the exit says it
    this.#exit = once(process, "exit").then(([code]: (number | null)[]) => code ?? null);
    this.connection = createMessageConnection(
      new StreamMessageReader(stdout),
      new StreamMessageWriter(stdin),
    );
    this.connection.onNotification("textDocument/publishDiagnostics", (params: PublishDiagnosticsParams) => {
      this.published.push(params);
      this.#tell();
    });
    this.connection.onNotification("window/logMessage", (params: LogMessageParams) => {
      this.log.push(params);
      this.#tell();
    });
    this.connection.onRequest("workspace/configuration", ({ items }: { items: { scopeUri?: string }[] }) =>
      items.map(({ scopeUri }) => options.configuration?.(scopeUri) ?? null),
    );
    this.connection.onRequest("client/registerCapability", (params: { registrations: Registration[] }) => {
      this.registrations.push(...params.registrations);
      this.#tell();
      return null;
    });
    this.connection.onRequest("workspace/diagnostic/refresh", () => {
      this.refreshes++;
      this.#tell();
      return null;
    });
    this.connection.listen();
  }

  /** Messages that reach the server all at once, past the connection. @returns what is answered to this id */
  async sayAtOnce(messages: readonly object[], id: string): Promise<unknown> {
    const { stdin, stdout } = this.process;
    let heard = "";
    const answer = new Promise<unknown>((resolve) => {
      const listen = (data: Buffer): void => {
        heard += String(data);
        const body = heard.split(/Content-Length: \d+\r\n\r\n/).find((each) => each.includes(`"id":"${id}"`));
        if (body === undefined || !isWhole(body)) return;
        stdout?.off("data", listen);
        resolve(JSON.parse(body));
      };
      stdout?.on("data", listen);
    });
    const bodies = messages.map((message) => Buffer.from(JSON.stringify({ jsonrpc: "2.0", ...message })));
    stdin?.write(
      Buffer.concat(bodies.flatMap((body) => [Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body])),
    );
    return answer;
  }

  /** Starts the process and nothing else. */
  static spawn(options: ClientOptions = {}): Client {
    const child = spawn(process.execPath, SERVER, { cwd: ROOT, stdio: ["pipe", "pipe", "inherit"] });
    return new Client(child, options);
  }

  static async start(options: ClientOptions = {}): Promise<Client> {
    const client = Client.spawn(options);
    client.initialized = await client.request<InitializeResult>("initialize", {
      processId: process.pid,
      rootUri: null,
      ...(options.clientInfo && { clientInfo: options.clientInfo }),
      ...(options.workspaceFolders && { workspaceFolders: options.workspaceFolders }),
      capabilities: options.capabilities ?? CAPABLE,
      initializationOptions: options.initializationOptions,
    });
    client.notify("initialized", {});
    return client;
  }

  request<Result>(method: string, params?: object): Promise<Result> {
    const answer =
      params === undefined
        ? this.connection.sendRequest<Result>(method)
        : this.connection.sendRequest<Result>(method, params);
    return inTime(answer, method);
  }

  notify(method: string, params?: object): void {
    void (params === undefined
      ? this.connection.sendNotification(method)
      : this.connection.sendNotification(method, params));
  }

  open(uri: string, text: string, version = 1, languageId = "livekit-dispatch-rule"): void {
    this.notify("textDocument/didOpen", { textDocument: { uri, languageId, version, text } });
  }

  change(uri: string, version: number, ...contentChanges: TextDocumentContentChangeEvent[]): void {
    this.notify("textDocument/didChange", { textDocument: { uri, version }, contentChanges });
  }

  close(uri: string): void {
    this.notify("textDocument/didClose", { textDocument: { uri } });
  }

  /** The diagnostics that are pushed for this version, now or soon. */
  async diagnostics(uri: string, version: number): Promise<Diagnostic[]> {
    const isIt = (params: PublishDiagnosticsParams) => params.uri === uri && params.version === version;
    return (await this.until(() => this.published.findLast(isIt), `diagnostics of version ${version}`))
      .diagnostics;
  }

  /** Opens a document and waits for its diagnostics. */
  openAndDiagnose(uri: string, text: string): Promise<Diagnostic[]> {
    this.open(uri, text);
    return this.diagnostics(uri, 1);
  }

  /** A request about a place in a document. */
  at<Result>(method: string, uri: string, position: Position, params: object = {}): Promise<Result> {
    return this.request(`textDocument/${method}`, { textDocument: { uri }, position, ...params });
  }

  /** A request about a whole document. */
  about<Result>(method: string, uri: string, params: object = {}): Promise<Result> {
    return this.request(`textDocument/${method}`, { textDocument: { uri }, ...params });
  }

  codeActions(uri: string, range: Range, context: Partial<CodeActionContext> = {}): Promise<CodeAction[]> {
    const params = { textDocument: { uri }, range, context: { diagnostics: [], ...context } };
    return this.request("textDocument/codeAction", params);
  }

  /** Resolves when everything sent so far has been read and answered. */
  async settled(): Promise<void> {
    await this.request("livekitDispatch/fileStatus", { uri: "file:///nowhere" });
  }

  /** Waits until `find` finds something in what the server sent. */
  until<Found>(find: () => Found | undefined, what: string): Promise<Found> {
    const found = new Promise<Found>((resolve) => {
      const look = () => {
        const result = find();
        if (result === undefined) return;
        this.#listeners.delete(look);
        resolve(result);
      };
      this.#listeners.add(look);
      look();
    });
    return inTime(found, what);
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }

  /** Ends the server as the protocol says; resolves with its exit code. */
  async stop(): Promise<number | null> {
    await this.request("shutdown");
    this.notify("exit");
    return this.exitCode();
  }

  exitCode(): Promise<number | null> {
    return inTime(this.#exit, "exit").catch((error: unknown) => {
      this.process.kill("SIGKILL");
      throw error;
    });
  }
}

function inTime<Value>(promise: Promise<Value>, what: string): Promise<Value> {
  let timer: ReturnType<typeof setTimeout>;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no ${what} in time`)), PATIENCE_MS);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

function isWhole(json: string): boolean {
  try {
    JSON.parse(json);
    return true;
  } catch {
    return false;
  }
}
