/** What is deployed now, for whoever waits for it: a list that was read a while ago may name what is gone. */
import * as vscode from "vscode";
import type { Services } from "../commands/command.ts";
import type { DeployedState } from "../deployed/load.ts";
import type { Connected } from "./flows/person.ts";

/** @returns `undefined` where it cannot be had, which the person was told, or was not waited for */
export async function deployedState(
  { deployed, rules }: Services,
  project: Connected,
): Promise<DeployedState | undefined> {
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: "Reading the dispatch rules…",
    cancellable: true,
  };
  const load = await vscode.window.withProgress(options, async (_, token) => {
    const read = await deployed.refresh(project.entry.id, token);
    return token.isCancellationRequested ? undefined : read;
  });
  if (load?.kind === "failed") await rules.outcomes.failed(load.failure, project);
  return load?.kind === "ready" ? load.value : undefined;
}
