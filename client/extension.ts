/** The extension where it runs in Node: the language server is a process of its own. */
import * as vscode from "vscode";
import { LanguageClient, TransportKind, type ServerOptions } from "vscode-languageclient/node";
import { activateExtension } from "./activate.ts";
import { CLIENT_ID, CLIENT_NAME, clientOptions } from "./language/client-options.ts";
import type { LanguageServer } from "./language/language-server.ts";

let server: LanguageServer | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const module = vscode.Uri.joinPath(context.extensionUri, "dist", "server.cjs").fsPath;
  const serverOptions: ServerOptions = { module, transport: TransportKind.ipc };
  server = await activateExtension(
    context,
    (output) => new LanguageClient(CLIENT_ID, CLIENT_NAME, serverOptions, clientOptions(output)),
  );
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}
