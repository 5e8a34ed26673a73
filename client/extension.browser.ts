/** The extension for a browser's worker alone. */
import type * as vscode from "vscode";
import { activateExtension } from "./activate.ts";
import { host } from "./browser-host.ts";

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  await activateExtension(context, host);
}
