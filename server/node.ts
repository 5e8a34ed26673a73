/** The language server in Node, for any editor: `livekit-dispatch lsp --stdio`. */
import { openHost } from "./node-host.ts";
import { serve } from "./serve.ts";

/** Serves until the client is gone: then the process ends. */
export function startServer(): void {
  serve(openHost);
}
