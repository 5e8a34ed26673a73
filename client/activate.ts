/** What the extension does when it starts, the same in Node and in a browser's worker. */
import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { registerCommands } from "./commands/index.ts";
import { offerCheckActions } from "./commands/turn-check-off.ts";
import { CLIENT_NAME } from "./language/client-options.ts";
import { FileStatusItem } from "./language/file-status-item.ts";
import { LanguageServer } from "./language/language-server.ts";
import { MetadataFiles } from "./metadata/metadata-files.ts";

/** @param createClient a language client that is not started yet; how it reaches its server differs by host */
export async function activateExtension(
  { extensionUri, subscriptions }: vscode.ExtensionContext,
  createClient: (output: vscode.LogOutputChannel) => BaseLanguageClient,
): Promise<LanguageServer> {
  const output = vscode.window.createOutputChannel(CLIENT_NAME, { log: true });
  const server = new LanguageServer(createClient(output), output);
  subscriptions.push(
    output,
    registerCommands({ server, output, extensionUri }),
    new FileStatusItem(server),
    new MetadataFiles(),
    offerCheckActions(),
  );
  await server.start();
  return server;
}
