/** Ids, names and JSON of what the explorer shows, for the clipboard; of several things a line for each. */
import * as vscode from "vscode";
import { copiedId, copiedJson, copiedName } from "../explorer/copied.ts";
import { calledOn, chooseRules } from "../explorer/choose.ts";
import { defineCommand, type Services } from "./command.ts";

export const copyId = defineCommand({
  id: "livekitDispatch.copyId",
  run: (services, argument, selection) =>
    copy(services, argument, selection, "Copy the id", (each) => lines(each.map(copiedId))),
});

export const copyName = defineCommand({
  id: "livekitDispatch.copyName",
  run: (services, argument, selection) =>
    copy(services, argument, selection, "Copy the name", (each) => lines(each.map(copiedName))),
});

export const copyJson = defineCommand({
  id: "livekitDispatch.copyJson",
  run: (services, argument, selection) =>
    copy(services, argument, selection, "Copy as JSON", (each) =>
      copiedJson(each, (projectId) => services.deployed.get(projectId)),
    ),
});

async function copy(
  services: Services,
  argument: unknown,
  selection: readonly unknown[] | undefined,
  title: string,
  textOf: (nodes: readonly unknown[]) => string | undefined,
): Promise<void> {
  const called = calledOn(services, argument, selection);
  const nodes = called.length > 0 ? called : await chooseRules(services, undefined, undefined, title);
  if (nodes.length === 0) return;
  const text = textOf(nodes);
  if (text === undefined) {
    void vscode.window.showInformationMessage("There is nothing of that kind to copy here.");
    return;
  }
  await vscode.env.clipboard.writeText(text);
  vscode.window.setStatusBarMessage("Copied.", 3000);
}

function lines(texts: readonly (string | undefined)[]): string | undefined {
  const found = texts.filter((text) => text !== undefined);
  return found.length > 0 ? found.join("\n") : undefined;
}
