/** Tells somebody what failed in a project, with buttons for what can be done; and writes it into the log. */
import * as vscode from "vscode";
import type { Failure } from "../../livekit/outcome.ts";
import { messageText } from "./safe-text.ts";
import { BUTTONS, RETRY } from "./buttons.ts";
import type { ProjectEntry } from "../projects/project-entry.ts";
import { failureWords } from "./failure-words.ts";

/**
 * Waits until the message is answered, so it is usually not waited for.
 * @param retry does it once more; absent where that could do it twice
 */
export async function showFailure(
  failure: Failure,
  entry: ProjectEntry,
  output: vscode.LogOutputChannel,
  retry?: () => unknown,
): Promise<void> {
  const words = failureWords(failure, entry);
  if (failure.kind === "cancelled" && failure.effect === "none") return;
  output.warn(words.text);
  const isEntryWrong = words.action === "credentials" || words.action === "address";
  const edit = entry.source === "own" ? "editProject" : "addProject";
  const ways: (keyof typeof BUTTONS)[] = [
    ...(isEntryWrong ? ([edit] as const) : []),
    ...(words.action === "list-rules" ? (["refreshExplorer"] as const) : []),
    ...(entry.isDemo ? [] : (["openDemoProject"] as const)),
    "showOutput",
  ];
  const buttons = [...(retry ? [RETRY] : []), ...ways.map((way) => BUTTONS[way])];
  const answer = await vscode.window.showErrorMessage(messageText(words.text, 1200), ...buttons);
  if (answer === RETRY) retry?.();
  const way = ways.find((each) => BUTTONS[each] === answer);
  const target = { kind: "project", projectId: entry.id };
  if (way) await vscode.commands.executeCommand(`livekitDispatch.${way}`, target);
}
