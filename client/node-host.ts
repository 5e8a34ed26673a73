/** The extension's host in Node: the language server is a process of its own. */
import * as vscode from "vscode";
import { LanguageClient, TransportKind, type ServerOptions } from "vscode-languageclient/node";
import { processEnvironment, readPlaces } from "../livekit/projects/node.ts";
import type { ExtensionHost } from "./extension-host.ts";
import { CLIENT_ID, CLIENT_NAME, clientOptions } from "./language/client-options.ts";

export const host: ExtensionHost = {
  readPlaces: (folder) =>
    readPlaces({ environment: processEnvironment(), folder, isTrusted: folder !== undefined }),

  createClient(extensionUri, output) {
    const module = vscode.Uri.joinPath(extensionUri, "dist", "server.js").fsPath;
    const serverOptions: ServerOptions = { module, transport: TransportKind.ipc };
    return new LanguageClient(CLIENT_ID, CLIENT_NAME, serverOptions, clientOptions(output));
  },
};
