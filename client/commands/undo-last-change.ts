/** Undo Last Change of a Deployed Rule: created, updated, renamed or deleted from here. */
import { defineCommand } from "./command.ts";

export const undoLastChange = defineCommand({
  id: "livekitDispatch.undoLastChange",
  run: ({ rules }) => rules.undo(),
});
