/**
 * The script of the language server that VS Code is given, for a process of Node and for a browser's worker alike.
 * Only what concerns the host is loaded when it is known where this runs: what is imported late costs the bundle more.
 */
import { serve } from "./serve.ts";

const isWorker = "importScripts" in globalThis;
void (isWorker ? import("./browser-host.ts") : import("./node-host.ts")).then(({ openHost }) =>
  serve(openHost),
);
