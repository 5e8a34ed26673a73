/**
 * The script that VS Code loads, in Node and in a browser's worker alike: both hosts share nearly all of it, so that
 * two scripts would be the same thing twice. Only what concerns the host is loaded when it is known where this runs.
 */
import type * as vscode from "vscode";
import { activateExtension } from "./activate.ts";
import type { ExtensionHost } from "./extension-host.ts";
import type { LanguageServer } from "./language/language-server.ts";

let host: ExtensionHost | undefined;
let server: LanguageServer | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const isWorker = "importScripts" in globalThis;
  ({ host } = await (isWorker ? import("./browser-host.ts") : import("./node-host.ts")));
  server = await activateExtension(context, host);
}

export async function deactivate(): Promise<void> {
  await server?.stop();
  host?.stopped?.();
}
