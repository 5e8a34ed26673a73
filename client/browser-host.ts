/** The extension's host in a browser's worker: the language server is a worker of its own. */
import * as vscode from "vscode";
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from "vscode-languageclient/browser";
import { DOCUMENTATION, SCRIPT, type ScriptParams } from "../server/messages.ts";
import type { ExtensionHost } from "./extension-host.ts";
import { CLIENT_ID, CLIENT_NAME, clientOptions } from "./language/client-options.ts";
import { readNoPlaces } from "./projects/places-reader.ts";

let worker: Worker | undefined;

export const host: ExtensionHost = {
  readPlaces: readNoPlaces,

  createClient(extensionUri, output) {
    const address = vscode.Uri.joinPath(extensionUri, "dist", "server.js").toString(true);
    /**
     * Called again at every restart. A worker does not end by itself. What it answers are the two ends of the
     * connection, because the client does not recognise a worker that VS Code has made for us.
     */
    const startWorker = () => {
      worker?.terminate();
      worker = new Worker(address);
      return Promise.resolve({
        reader: new BrowserMessageReader(worker),
        writer: new BrowserMessageWriter(worker),
      });
    };
    const client = new LanguageClient(CLIENT_ID, CLIENT_NAME, startWorker, clientOptions(output));
    client.onRequest(DOCUMENTATION, async () => {
      const text = await readBuilt(extensionUri, "documentation.json");
      return JSON.parse(text) as unknown;
    });
    client.onRequest(SCRIPT, ({ script }: ScriptParams) => readBuilt(extensionUri, lateScript(script)));
    return client;
  },

  stopped: () => worker?.terminate(),
};

/** What lies in `dist/`, for a server that has no file system. */
async function readBuilt(extensionUri: vscode.Uri, name: string): Promise<string> {
  const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, "dist", name));
  return new TextDecoder().decode(bytes);
}

function lateScript(name: string): string {
  if (/^server\.\w+\.js$/.test(name)) return name;
  throw new Error("The language server has no such script.");
}
