/** The language server in Node, for any editor: `livekit-dispatch lsp --stdio`, and the desktop's extension. */
import process from "node:process";
import { createConnection } from "vscode-languageserver/node";
import { createServer } from "./server.ts";

/** Other ways than standard input and output that a client can ask for on the command line. */
const TRANSPORT = /^--(node-ipc|socket|pipe)\b/;

/**
 * Serves until the client says `exit`, closes the connection or dies: then the process ends, with 0 when
 * `shutdown` came before and with 1 otherwise (`vscode-languageserver` sees to that).
 */
export function startServer(): void {
  createServer(
    process.argv.some((argument) => TRANSPORT.test(argument))
      ? createConnection()
      : createConnection(process.stdin, process.stdout),
  );
}
