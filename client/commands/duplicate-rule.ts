/** Duplicate Dispatch Rule: a copy to edit for the same project, or the same rule in another one. */
import * as vscode from "vscode";
import type { ProjectEntry } from "../projects/project-entry.ts";
import { selectedRules } from "../rules/command-subject.ts";
import { showUntitled } from "../rules/new-file.ts";
import { copyName, duplicateText } from "../rules/rule-texts.ts";
import { BUTTONS } from "../live/buttons.ts";
import { messageText } from "../live/safe-text.ts";
import { defineCommand, type Services } from "./command.ts";

export const duplicateRule = defineCommand({
  id: "livekitDispatch.duplicateRule",

  async run(services, argument, selection) {
    const { rules: flows } = services;
    const found = await selectedRules(services, argument, selection, "Duplicate Which Rule?");
    if (!found) return;
    const { rules, project, state } = found;
    const where = await chooseWhere(services, project.entry);
    if (where === "here") {
      const taken = new Set(state.rules.map(({ name }) => name));
      for (const rule of rules) {
        const name = copyName(rule.name, taken);
        taken.add(name);
        await tellWhatToChange(await showUntitled(duplicateText(rule, name)), rules.length === 1);
      }
    } else if (where) {
      const other = await flows.project(where.id);
      const notes = [`A copy of the rule in "${messageText(project.entry.name)}"`];
      // Each is asked about by itself, and the first one that is not created ends it.
      if (!other) return;
      for (const rule of rules) {
        const text = duplicateText(rule, rule.name);
        if (!(await flows.create({ text, notes, keepsUnknown: true }, other))) break;
      }
    }
  },
});

/** LiveKit stores no two rules that claim the same calls, so a copy in one project has to be changed first. */
async function tellWhatToChange(copy: vscode.TextDocument, isOnly: boolean): Promise<void> {
  // Several stand in editors of their own, each with what can be done above it.
  if (!isOnly) return;
  const create = BUTTONS.createRule;
  const answer = await vscode.window.showInformationMessage(
    "This is a copy. LiveKit stores no two rules that take the same calls: change its trunks, its numbers or its PIN, then create it.",
    create,
  );
  if (answer === create) await vscode.commands.executeCommand("livekitDispatch.createRule", copy.uri);
}

async function chooseWhere(
  { projects }: Services,
  { id, name }: ProjectEntry,
): Promise<"here" | ProjectEntry | undefined> {
  const others = (await projects.list()).filter((entry) => entry.id !== id);
  if (others.length === 0) return "here";
  const items: (vscode.QuickPickItem & { where: "here" | ProjectEntry })[] = [
    { label: `In "${messageText(name)}"`, detail: "A copy to edit; nothing is sent yet.", where: "here" },
    ...others.map((entry) => ({
      label: `In "${messageText(entry.name)}"`,
      description: messageText(entry.host),
      detail: "The rule as it is; you see it once more before it is sent.",
      where: entry,
    })),
  ];
  return (await vscode.window.showQuickPick(items, { title: "Duplicate Dispatch Rule: Where?" }))?.where;
}
