/** What a command is. Each stands in a file of its own; its title and where it appears are in the manifest. */
import type * as vscode from "vscode";
import type { LanguageServer } from "../language/language-server.ts";

/** What a command may use. */
export interface Services {
  readonly server: LanguageServer;
  readonly output: vscode.LogOutputChannel;
  /** Where the extension's own files are: a folder, or an address on the web. */
  readonly extensionUri: vscode.Uri;
}

export interface Command {
  /** As in the manifest. */
  readonly id: `livekitDispatch.${string}`;
  /** @param argument whatever the caller gave: nothing from the palette, a document from a menu */
  readonly run: (services: Services, argument?: unknown) => Promise<void> | void;
}

export function defineCommand(command: Command): Command {
  return command;
}
