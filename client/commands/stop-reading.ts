/** Ends reading what is deployed, for who does not want to wait for a server. */
import { isProjectTarget } from "../explorer/targets.ts";
import { defineCommand } from "./command.ts";

export const stopReading = defineCommand({
  id: "livekitDispatch.stopReading",

  /** @param argument a project; without it the reading of all is ended */
  run({ deployed }, argument) {
    deployed.stop(isProjectTarget(argument) ? argument.projectId : undefined);
  },
});
