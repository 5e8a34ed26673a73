/** The language server in a browser's worker, where the extension runs on the web. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser";
import { createServer } from "./server.ts";

/** The worker itself. */
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

createServer(createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)));
