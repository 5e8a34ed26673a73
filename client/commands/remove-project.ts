/** Takes a project that was entered in VS Code out of it, with its secret. On the server nothing changes. */
import * as vscode from "vscode";
import { chooseProjectFor } from "../explorer/choose.ts";
import { explainForeignProject } from "../projects/foreign-project.ts";
import { messageText } from "../live/safe-text.ts";
import { defineCommand } from "./command.ts";

export const removeProject = defineCommand({
  id: "livekitDispatch.removeProject",

  async run(services, argument) {
    const { projects, deployed, rules } = services;
    const title = "Remove a LiveKit project";
    const entry = await chooseProjectFor(services, argument, title, ({ source }) => source === "own");
    if (!entry) return;
    if (entry.source !== "own") {
      void explainForeignProject(entry, "remove");
      return;
    }
    const remove = "Remove";
    const answer = await vscode.window.showWarningMessage(
      `Remove project "${messageText(entry.name)}" from VS Code?`,
      {
        modal: true,
        detail: `Its API secret and the copies for Undo are deleted from this computer. What is deployed on ${messageText(entry.host)} stays as it is.`,
      },
      remove,
    );
    if (answer !== remove) return;
    await projects.own.remove(entry.name);
    await rules.forgetProject(entry.id);
    deployed.forget(entry.id);
    if (projects.chosen === entry.id) await projects.unselect();
    else projects.noteChange();
  },
});
