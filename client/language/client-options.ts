/** What the language client is told, the same in both hosts. */
import type { LogOutputChannel } from "vscode";
import { RevealOutputChannelOn, type LanguageClientOptions } from "vscode-languageclient";
import { LANGUAGE_ID } from "./rule-files.ts";

export const CLIENT_ID = "livekitDispatch";
export const CLIENT_NAME = "LiveKit Dispatch Rules";

export function clientOptions(output: LogOutputChannel): LanguageClientOptions {
  return {
    // No scheme: files, unsaved documents and those of virtual workspaces alike.
    documentSelector: [{ language: LANGUAGE_ID }],
    outputChannel: output,
    traceOutputChannel: output,
    // A message in the log is no reason to open a panel over somebody's work.
    revealOutputChannelOn: RevealOutputChannelOn.Never,
  };
}
