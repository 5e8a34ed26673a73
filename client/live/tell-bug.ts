/** The one boundary for mistakes of ours: into the log, without secrets, and a message with the way there. */
import * as vscode from "vscode";
import { BUTTONS } from "./buttons.ts";

/** @param where it happened, for the log */
export async function tellBug(output: vscode.LogOutputChannel, where: string, error: unknown): Promise<void> {
  output.error(`${where} failed:`, error);
  const words = "Something went wrong in LiveKit Dispatch Rules. The output says what.";
  const answer = await vscode.window.showErrorMessage(words, BUTTONS.showOutput);
  if (answer === BUTTONS.showOutput) output.show(true);
}
