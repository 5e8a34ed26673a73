import { defineCommand } from "./command.ts";

export const showOutput = defineCommand({
  id: "livekitDispatch.showOutput",
  run: ({ output }) => output.show(true),
});
