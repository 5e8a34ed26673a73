/** The real language client of VS Code extensions and the real server, in one process, with an `Editor` around them. */
import { createRequire, Module } from "node:module";
import { PassThrough } from "node:stream";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import { StreamMessageReader, StreamMessageWriter } from "vscode-jsonrpc/node";
import { LANGUAGE_ID } from "../../../client/language/language-id.ts";
import { ofOurFiles } from "../../../client/language/workspace-problems.ts";
import { connect } from "../../../server/connection.ts";
import { files } from "../../../server/node-files.ts";
import { createServer } from "../../../server/server.ts";
import { Editor } from "./editor.ts";
import { vscodeModule } from "./vscode-module.ts";

type Load = (request: string, ...rest: unknown[]) => unknown;
type ClientClass = new (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

export interface Session {
  readonly editor: Editor;
  /** What the client or the server complained about. */
  readonly complaints: readonly string[];
  readonly stop: () => Promise<void>;
}

/** With the options of our extension (`client/language/client-options.ts`) that matter here. */
export async function startSession(folder: string): Promise<Session> {
  const editor = new Editor(folder);
  const complaints: string[] = [];
  const complain = (...words: unknown[]) => void complaints.push(words.map(String).join(" "));
  const languageOf = (uri: { toString(): string }) =>
    editor.documents.find((document) => document.uri.toString() === uri.toString())?.languageId;
  const client = new (clientClass(editor))("livekitDispatch", "LiveKit", {
    documentSelector: [{ language: LANGUAGE_ID }],
    middleware: { provideWorkspaceDiagnostics: ofOurFiles(languageOf) },
    outputChannel: outputChannel(complain) as unknown as NonNullable<LanguageClientOptions["outputChannel"]>,
  });
  await client.start();
  return { editor, complaints, stop: () => client.stop() };
}

/** The client with our server at the other end. */
function clientClass(editor: Editor): ClientClass {
  const { BaseLanguageClient: Base } = loadClient(editor) as {
    BaseLanguageClient: new (...given: unknown[]) => object;
  };
  class Client extends Base {
    createMessageTransports() {
      const toServer = new PassThrough();
      const toClient = new PassThrough();
      const server = connect(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
      createServer(server, { files, loadDocumentation: () => Promise.resolve({}) });
      return Promise.resolve({
        reader: new StreamMessageReader(toClient),
        writer: new StreamMessageWriter(toServer),
      });
    }
  }
  return Client as unknown as ClientClass;
}

/** A copy of the client's modules of its own, because `vscode` stands for another editor each time. */
function loadClient(editor: Editor): unknown {
  const require = createRequire(import.meta.url);
  const loader = Module as unknown as { _load: Load };
  const original = loader._load;
  const vscode = vscodeModule(editor);
  for (const name of Object.keys(require.cache))
    if (name.includes("vscode-languageclient")) Reflect.deleteProperty(require.cache, name);
  loader._load = (request, ...rest) =>
    request === "vscode" ? vscode : original.call(Module, request, ...rest);
  try {
    return require("vscode-languageclient");
  } finally {
    loader._load = original;
  }
}

function outputChannel(complain: (...words: unknown[]) => void): object {
  const silent = ["info", "debug", "trace", "append", "appendLine", "show", "clear", "dispose"];
  return {
    logLevel: 0,
    onDidChangeLogLevel: () => ({ dispose: () => undefined }),
    ...Object.fromEntries(silent.map((name) => [name, () => undefined])),
    error: complain,
    warn: complain,
  };
}
