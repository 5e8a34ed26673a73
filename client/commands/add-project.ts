/** A project that is entered in VS Code. */
import * as vscode from "vscode";
import { entryId } from "../projects/project-entry.ts";
import { askForProject } from "../projects/project-form.ts";
import { saveProject } from "../projects/save-project.ts";
import { BUTTONS } from "../live/buttons.ts";
import { messageText } from "../live/safe-text.ts";
import { defineCommand } from "./command.ts";

export const addProject = defineCommand({
  id: "livekitDispatch.addProject",

  async run({ projects }) {
    const entered = await askForProject(undefined, projects.own.names());
    if (!entered) return;
    const { project } = entered;
    if (!(await saveProject(projects, entered))) return;
    const projectId = entryId("own", project.name);
    await projects.select(projectId);
    void offerTest(project.name, projectId);
  },
});

async function offerTest(name: string, projectId: string): Promise<void> {
  const text = `Project "${messageText(name)}" was added and is the active one in this workspace.`;
  const { testConnection } = BUTTONS;
  if ((await vscode.window.showInformationMessage(text, testConnection)) === testConnection)
    await vscode.commands.executeCommand("livekitDispatch.testConnection", { kind: "project", projectId });
}
