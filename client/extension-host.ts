/** What the extension is given by the program that it runs in: VS Code's process of Node, or a browser's worker. */
import type * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { PlacesReader } from "./projects/places-reader.ts";

export interface ExtensionHost {
  /** What is known of projects. */
  readonly readPlaces: PlacesReader;
  /** A language client that is not started yet; how it reaches its server differs. */
  readonly createClient: (extensionUri: vscode.Uri, output: vscode.LogOutputChannel) => BaseLanguageClient;
  /** When the server was asked to stop. */
  readonly stopped?: () => void;
}
