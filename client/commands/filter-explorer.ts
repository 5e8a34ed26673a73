/** Shows only rules that have certain words in them. */
import * as vscode from "vscode";
import { defineCommand } from "./command.ts";

export const filterExplorer = defineCommand({
  id: "livekitDispatch.filterExplorer",

  async run({ explorer }) {
    const before = explorer.state.filter;
    const filter = await vscode.window.showInputBox({
      title: "Filter dispatch rules",
      prompt: "Words in the name, id, room, trunk, numbers or agents of a rule. Empty shows all.",
      value: before,
      placeHolder: "booking +1510",
    });
    if (filter === undefined) return;
    explorer.state.setFilter(filter.trim());
    await vscode.commands.executeCommand("livekitDispatch.explorer.focus");
  },
});

export const clearExplorerFilter = defineCommand({
  id: "livekitDispatch.clearExplorerFilter",
  run: ({ explorer }) => explorer.state.setFilter(""),
});
