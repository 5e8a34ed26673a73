/** What is deployed now, for whoever waits for it: a list that was read a while ago may name what is gone. */
import type { Services } from "../commands/command.ts";
import { withCancel } from "../live/with-cancel.ts";
import type { DeployedState } from "../deployed/load.ts";
import type { Connected } from "./flows/person.ts";

/** @returns `undefined` where it cannot be had, which the person was told, or was not waited for */
export async function deployedState(
  { deployed, rules }: Services,
  project: Connected,
): Promise<DeployedState | undefined> {
  const load = await withCancel("Reading the dispatch rules…", async (signal) => {
    const read = await deployed.refresh(project.entry.id, signal);
    return signal.aborted ? undefined : read;
  });
  if (load?.kind === "failed") await rules.outcomes.failed(load.failure, project);
  return load?.kind === "ready" ? load.value : undefined;
}
