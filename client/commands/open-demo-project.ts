/** The emulated project, for trying things out: no account, no network, nothing to break. */
import * as vscode from "vscode";
import { defineCommand } from "./command.ts";

export const openDemoProject = defineCommand({
  id: "livekitDispatch.openDemoProject",

  async run({ projects }) {
    await projects.openDemo();
    await vscode.commands.executeCommand("livekitDispatch.explorer.focus");
  },
});
