/** `livekit-dispatch`. An editor that starts the language server gets that alone, without the code of the commands. */
import process from "node:process";

const words = process.argv.slice(2);

if (words.join(" ") === "lsp --stdio") {
  const { startServer } = await import("../server/node.ts");
  startServer();
} else {
  const { run } = await import("./program.ts");
  await run(words);
}
