/** What the language server is given in a browser's worker, where the extension runs on the web. */
import { BrowserMessageReader, BrowserMessageWriter } from "vscode-jsonrpc/browser";
import type { Documentation } from "../core/features/hover.ts";
import type { OpenHost } from "./host.ts";
import { DOCUMENTATION } from "./messages.ts";

/** The worker itself. */
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

export const openHost: OpenHost = () => ({
  reader: new BrowserMessageReader(self),
  writer: new BrowserMessageWriter(self),
  host: (connection) => ({
    // A worker cannot always fetch what lies beside it; the client can read it.
    loadDocumentation: () => connection.sendRequest<Documentation>(DOCUMENTATION),
  }),
});
