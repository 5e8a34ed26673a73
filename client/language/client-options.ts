/** What the language client is told, the same in both hosts. */
import * as vscode from "vscode";
import { RevealOutputChannelOn, type LanguageClientOptions } from "vscode-languageclient";
import { LANGUAGE_ID } from "./language-id.ts";
import { ofOurFiles } from "./workspace-problems.ts";

export const CLIENT_ID = "livekitDispatch";
export const CLIENT_NAME = "LiveKit Dispatch Rules";

export function clientOptions(output: vscode.LogOutputChannel): LanguageClientOptions {
  return {
    // No scheme: files, unsaved documents and those of virtual workspaces alike.
    documentSelector: [{ language: LANGUAGE_ID }],
    outputChannel: output,
    traceOutputChannel: output,
    // A message in the log is no reason to open a panel over somebody's work.
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    middleware: { provideWorkspaceDiagnostics: ofOurFiles(languageOf) },
  };
}

function languageOf(uri: vscode.Uri): string | undefined {
  const address = uri.toString();
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === address)?.languageId;
}
