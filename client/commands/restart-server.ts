import { defineCommand } from "./command.ts";

export const restartServer = defineCommand({
  id: "livekitDispatch.restartServer",
  run: ({ server }) => server.restart(),
});
