/** What the language server is given in a browser's worker, where the extension runs on the web. */
import { BrowserMessageReader, BrowserMessageWriter } from "vscode-jsonrpc/browser";
import type { Documentation } from "../core/features/hover.ts";
import type { OpenHost } from "./host.ts";
import { DOCUMENTATION, SCRIPT } from "./messages.ts";

/** The worker itself. */
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];
declare function importScripts(url: string): void;
/** What scripts/build/late-scripts.mjs makes of `import()` looks for a script that is not there yet in here. */
interface Loading {
  livekitDispatchLoad?: (script: string) => Promise<void>;
}

export const openHost: OpenHost = () => ({
  reader: new BrowserMessageReader(self),
  writer: new BrowserMessageWriter(self),
  // A worker cannot always fetch what lies beside it; the client can read it.
  host(connection) {
    (globalThis as Loading).livekitDispatchLoad = async (script) =>
      runScript(await connection.sendRequest<string>(SCRIPT, { script }));
    return { loadDocumentation: () => connection.sendRequest<Documentation>(DOCUMENTATION) };
  },
});

function runScript(text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
  try {
    importScripts(url);
  } finally {
    URL.revokeObjectURL(url);
  }
}
