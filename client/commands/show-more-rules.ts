/** The next page of a long list in the explorer. It stands in the list itself, and nowhere else. */
import { defineCommand } from "./command.ts";

export const showMoreRules = defineCommand({
  id: "livekitDispatch.showMoreRules",

  /** @param argument the id of the node whose list it is */
  run({ explorer }, argument) {
    if (typeof argument === "string") explorer.state.showPage(argument, explorer.state.pages(argument) + 1);
  },
});
