/** Who will read the files: a choice, kept in the settings. */
import * as vscode from "vscode";
import { TARGETS, type Target } from "../../core/rules/targets.ts";
import { TARGET_WORDS } from "../language/words.ts";
import { defineCommand } from "./command.ts";

interface TargetItem extends vscode.QuickPickItem {
  readonly target: Target;
}

export const selectTarget = defineCommand({
  id: "livekitDispatch.selectTarget",

  async run() {
    const settings = vscode.workspace.getConfiguration("livekitDispatch");
    const current = settings.get<unknown>("target");
    const items = TARGETS.map((target): TargetItem => {
      const { label, detail } = TARGET_WORDS[target];
      const description = target === current ? `${target} (current)` : target;
      return { target, label, description, detail: detail.replaceAll("`", "") };
    });
    const chosen = await vscode.window.showQuickPick(items, {
      title: "Who will read your dispatch-rule files?",
      placeHolder: "Everything is then judged as this reader would",
      matchOnDescription: true,
      matchOnDetail: true,
    });
    if (chosen) await settings.update("target", chosen.target, placeToWrite(settings.inspect("target")));
  },
});

/** Where the setting is now, so that the choice has an effect; else the workspace, else the user's own settings. */
function placeToWrite(
  present: ReturnType<vscode.WorkspaceConfiguration["inspect"]>,
): vscode.ConfigurationTarget {
  if (present?.workspaceValue !== undefined) return vscode.ConfigurationTarget.Workspace;
  if (present?.globalValue !== undefined) return vscode.ConfigurationTarget.Global;
  return vscode.workspace.workspaceFolders
    ? vscode.ConfigurationTarget.Workspace
    : vscode.ConfigurationTarget.Global;
}
