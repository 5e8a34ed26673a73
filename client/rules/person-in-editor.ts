/** The person at VS Code: progress that can be cancelled, and questions that show the project and its host. */
import * as vscode from "vscode";
import { withCancel } from "../live/with-cancel.ts";
import type { Change, Person } from "./flows/person.ts";
import { messageText } from "../live/safe-text.ts";
import { firstLines, projectTitle } from "./words.ts";

const MOST_LINES = 24;

export const personInEditor: Person = { wait: withCancel, agree };

async function agree(change: Change): Promise<boolean> {
  const { project, question, lines, verb, look } = change;
  const message = `${question} In ${projectTitle(project)}.`;
  const detail = firstLines(lines, MOST_LINES).join("\n");
  const buttons = look ? [verb, look.label] : [verb];
  const answer = await vscode.window.showWarningMessage(message, { modal: true, detail }, ...buttons);
  if (answer === undefined) return false;
  if (answer !== verb) {
    await look?.open();
    if (!(await agreeBeside(message, verb))) return false;
  }
  return !project.isProduction || typeName(change);
}

/** A dialog would cover what is looked at. */
async function agreeBeside(message: string, verb: string): Promise<boolean> {
  const answer = await vscode.window.showQuickPick([verb, "Cancel"], {
    title: message,
    placeHolder: "Look at the changes, then choose",
    ignoreFocusOut: true,
  });
  return answer === verb;
}

/** In a project that real calls reach, a key that was pressed too soon must not be enough. */
async function typeName({ project, verb }: Change): Promise<boolean> {
  const { name, host } = project;
  const typed = await vscode.window.showInputBox({
    title: `${verb}: production project "${messageText(name)}" (${messageText(host)})`,
    prompt: `Type the name of the project, ${messageText(name)}, to go on`,
    ignoreFocusOut: true,
    validateInput: (text) =>
      text.trim() === name.trim() ? undefined : `Type ${messageText(name)} to go on, or press Escape.`,
  });
  return typed?.trim() === name.trim();
}
