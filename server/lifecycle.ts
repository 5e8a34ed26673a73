/** From `initialize` to `exit`. */
import type { MessageConnection } from "vscode-jsonrpc";
import type { InitializeParams, InitializeResult } from "vscode-languageserver";
import type { Host } from "./host.ts";

export interface Life {
  initialize(params: InitializeParams): InitializeResult;
  initialized(): void;
}

/** The program ends with 0 when `shutdown` came before `exit`, and with 1 otherwise. */
export function followLife(connection: MessageConnection, host: Host, life: Life): void {
  let isShutDown = false;
  const end = (): void => host.exit?.(isShutDown ? 0 : 1);
  connection.onRequest("initialize", (params: InitializeParams) => {
    if (typeof params.processId === "number") host.watchProcess?.(params.processId);
    return life.initialize(params);
  });
  connection.onNotification("initialized", () => life.initialized());
  connection.onRequest("shutdown", () => {
    isShutDown = true;
    return null;
  });
  connection.onNotification("exit", end);
  connection.onClose(end);
}
