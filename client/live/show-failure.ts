/** Tells somebody what failed in a project, with buttons for what can be done; and writes it into the log. */
import * as vscode from "vscode";
import type { Failure } from "../../livekit/outcome.ts";
import { messageText } from "../rules/words.ts";
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
  const editTitle = entry.source === "own" ? "Edit project" : "Add project";
  const buttons = [
    ...(retry ? ["Retry"] : []),
    ...(isEntryWrong ? [editTitle] : []),
    ...(words.action === "list-rules" ? ["List rules"] : []),
    ...(entry.isDemo ? [] : ["Open demo"]),
    "Show output",
  ];
  const target = { kind: "project", projectId: entry.id };
  switch (await vscode.window.showErrorMessage(messageText(words.text, 1200), ...buttons)) {
    case "Retry":
      retry?.();
      return;
    case "Edit project":
      return vscode.commands.executeCommand("livekitDispatch.editProject", target);
    case "Add project":
      return vscode.commands.executeCommand("livekitDispatch.addProject");
    case "List rules":
      return vscode.commands.executeCommand("livekitDispatch.refreshExplorer", target);
    case "Open demo":
      return vscode.commands.executeCommand("livekitDispatch.openDemoProject");
    case "Show output":
      output.show(true);
      return;
    default:
  }
}
