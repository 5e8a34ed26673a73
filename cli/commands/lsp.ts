/** `lsp`: the language server, for editors that start it themselves. */
import { defineCommand, UsageError } from "../command.ts";

export const lsp = defineCommand({
  name: "lsp",
  summary: "Start the language server",
  operands: "",
  description: [
    "An editor starts it and talks to it over standard input and output. It ends with the editor.",
  ],
  options: { stdio: { kind: "flag", help: "talk over standard input and output" } },
  examples: [
    { command: "livekit-dispatch lsp --stdio", does: "what an editor's configuration names as the command" },
  ],

  async run({ stdio }, operands) {
    if (operands.length > 0) throw new UsageError("lsp takes no operands.");
    if (!stdio) throw new UsageError("The server talks over standard input and output only: lsp --stdio.");
    // Only here, so that no other command loads the server.
    const { startServer } = await import("../../server/node.ts");
    startServer();
    return 0;
  },
});
