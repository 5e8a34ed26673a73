/** Opens a rule in the explorer, where the calls stand that came through it and are under way. */
import * as vscode from "vscode";
import { chooseRules } from "../explorer/choose.ts";
import { defineCommand } from "./command.ts";

export const showLiveCalls = defineCommand({
  id: "livekitDispatch.showLiveCalls",

  async run(services, argument, selection) {
    const [rule] = await chooseRules(services, argument, selection, "Show live calls");
    if (!rule) return;
    const isThere = await services.explorer.reveal(rule, { expand: true });
    if (isThere) services.explorer.calls.refresh();
    else void vscode.window.showWarningMessage("This rule is no longer in the project.");
  },
});
