/** Has the client tell when rule files are made, changed or deleted on the disk. */
import type { MessageConnection } from "vscode-jsonrpc";
import { RULE_FILE_PATTERNS } from "../core/rules/file-patterns.ts";
import { register } from "./connection.ts";

const CHANGED = "workspace/didChangeWatchedFiles";

export function watchRuleFiles(connection: MessageConnection, changed: () => void): void {
  connection.onNotification(CHANGED, changed);
  register(connection, "rule-files", CHANGED, {
    watchers: RULE_FILE_PATTERNS.map((pattern) => ({
      globPattern: pattern.includes("/") ? pattern : `**/${pattern}`,
    })),
  });
}
