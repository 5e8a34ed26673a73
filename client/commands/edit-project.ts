/** Changes a project that was entered in VS Code; for any other it says where that is done. */
import * as vscode from "vscode";
import { chooseProjectFor } from "../explorer/choose.ts";
import { entryId } from "../projects/project-entry.ts";
import { askForProject } from "../projects/project-form.ts";
import { saveProject } from "../projects/save-project.ts";
import { messageText } from "../live/safe-text.ts";
import { explainForeignProject } from "../projects/foreign-project.ts";
import { defineCommand } from "./command.ts";

export const editProject = defineCommand({
  id: "livekitDispatch.editProject",

  async run(services, argument) {
    const { projects, deployed } = services;
    const title = "Edit a LiveKit project";
    const entry = await chooseProjectFor(services, argument, title, ({ source }) => source === "own");
    if (!entry) return;
    const before = entry.source === "own" ? projects.own.find(entry.name) : undefined;
    if (!before) {
      void explainForeignProject(entry, "change");
      return;
    }
    const entered = await askForProject(
      before,
      projects.own.names().filter((name) => name !== before.name),
    );
    if (!entered) return;
    // Removed in another window meanwhile: saving would bring half of it back.
    if (!projects.own.find(before.name) && !entered.secret) {
      void vscode.window.showWarningMessage(
        `Project "${messageText(before.name)}" was removed meanwhile, and its secret with it. Add it anew.`,
      );
      return;
    }
    if (!(await saveProject(projects, entered, before.name))) return;
    deployed.forget(entry.id);
    if (projects.chosen === entry.id) await projects.select(entryId("own", entered.project.name));
    else projects.noteChange();
  },
});
