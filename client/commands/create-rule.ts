/** Create Dispatch Rule: from the file that is shown, or from nothing by a few questions. */
import * as vscode from "vscode";
import { readRuleDocument } from "../../core/document.ts";
import { extractItem } from "../../core/rules/convert.ts";
import { fileTitle, meantFile, projectIn } from "../rules/command-subject.ts";
import type { Connected } from "../rules/flows/person.ts";
import { createGuided } from "../rules/guided/create-guided.ts";
import { BUTTONS } from "../live/buttons.ts";
import { messageText } from "../live/safe-text.ts";
import { defineCommand, type Services } from "./command.ts";

export const createRule = defineCommand({
  id: "livekitDispatch.createRule",

  async run(services, argument) {
    const projectId = projectIn(argument);
    if (projectId !== undefined) return fromNothing(services, projectId);
    const file = await meantFile(argument);
    const from = file && argument === undefined ? await chooseFrom(file) : file ? "file" : "nothing";
    if (from === "file" && file) await fromFile(services, file);
    if (from === "nothing") await fromNothing(services, undefined);
  },
});

async function chooseFrom(file: vscode.TextDocument): Promise<"file" | "nothing" | undefined> {
  const title = messageText(fileTitle(file));
  const items = [
    { label: `From ${title}`, detail: "The file stays as it is.", from: "file" },
    {
      label: "From nothing",
      detail: "A few questions, with the room and the JSON in view.",
      from: "nothing",
    },
  ] as const;
  return (await vscode.window.showQuickPick(items, { title: "Create Dispatch Rule" }))?.from;
}

async function fromFile({ rules }: Services, file: vscode.TextDocument): Promise<void> {
  const text = await oneRuleOf(file);
  const project = text === undefined ? undefined : await rules.project();
  if (text !== undefined && project) await rules.create({ text }, project, file);
}

/** A file with a list holds several, of which one is created. */
async function oneRuleOf(file: vscode.TextDocument): Promise<string | undefined> {
  const document = readRuleDocument(file.getText());
  if (document.form !== "list") return document.text;
  const items = document.rules.map((rule, index) => ({
    label: messageText(rule.text("name") || `Rule ${index + 1}`),
    index,
  }));
  const chosen = await vscode.window.showQuickPick(items, { title: "Which rule of the list?" });
  const item = chosen && extractItem(document, chosen.index, "wrapped");
  if (item?.ok === false) void vscode.window.showWarningMessage(item.reason);
  return item?.ok === true ? item.text : undefined;
}

async function fromNothing(
  { rules, projects, agents }: Services,
  projectId: string | undefined,
): Promise<void> {
  const create = (project: Connected | undefined) => createGuided(rules, project, agents.agents?.names ?? []);
  const project = await (projectId === undefined ? projects.active() : projects.connect(projectId));
  if (project) return create(project);
  const where = await chooseWithoutProject();
  if (where === "demo") {
    await vscode.commands.executeCommand("livekitDispatch.openDemoProject");
    const demo = await projects.active();
    if (demo) await create(demo);
  }
  if (where === "project") await vscode.commands.executeCommand("livekitDispatch.addProject");
  if (where === "file") await create(undefined);
}

async function chooseWithoutProject(): Promise<"demo" | "project" | "file" | undefined> {
  const items = [
    {
      label: BUTTONS.openDemoProject,
      detail: "No account, no network: everything works, and nothing can break.",
      where: "demo",
    },
    { label: BUTTONS.addProject, detail: "Address, API key and secret.", where: "project" },
    { label: "Only Write a File", detail: "It can be created in a project later.", where: "file" },
  ] as const;
  const options = { title: "Create Dispatch Rule: there is no LiveKit project yet" };
  return (await vscode.window.showQuickPick(items, options))?.where;
}
