/** The language server in a browser's worker, where the extension runs on the web. */
import { BrowserMessageReader, BrowserMessageWriter } from "vscode-jsonrpc/browser";
import type { Documentation } from "../core/features/hover.ts";
import { connect } from "./connection.ts";
import { DOCUMENTATION } from "./messages.ts";
import { createServer } from "./server.ts";

/** The worker itself. */
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

const connection = connect(new BrowserMessageReader(self), new BrowserMessageWriter(self));

createServer(connection, {
  // A worker cannot always fetch what lies beside it; the client can read it.
  loadDocumentation: () => connection.sendRequest<Documentation>(DOCUMENTATION),
});
