/** Has the client tell when rule files or configuration files are made, changed or deleted on the disk. */
import type { MessageConnection } from "vscode-jsonrpc";
import type { DidChangeWatchedFilesParams } from "vscode-languageserver";
import { CONFIGURATION_FILE } from "../core/configuration/file-name.ts";
import { RULE_FILE_PATTERNS } from "../core/rules/file-patterns.ts";
import { register } from "./connection.ts";

const CHANGED = "workspace/didChangeWatchedFiles";

export interface FileEvents {
  readonly configurationChanged: () => void;
  /** Absent where nobody asks about files that are not open. */
  readonly ruleFilesChanged?: (uris: readonly string[]) => void;
}

export function watchFiles(
  connection: MessageConnection,
  { configurationChanged, ruleFilesChanged }: FileEvents,
): void {
  connection.onNotification(CHANGED, ({ changes }: DidChangeWatchedFilesParams) => {
    const uris = changes.map(({ uri }) => uri);
    const ruleFiles = uris.filter((uri) => !uri.endsWith(`/${CONFIGURATION_FILE}`));
    if (ruleFiles.length < uris.length) configurationChanged();
    if (ruleFiles.length > 0 || changes.length === 0) ruleFilesChanged?.(ruleFiles);
  });
  const patterns = ruleFilesChanged ? [CONFIGURATION_FILE, ...RULE_FILE_PATTERNS] : [CONFIGURATION_FILE];
  register(connection, "files", CHANGED, {
    watchers: patterns.map((pattern) => ({
      globPattern: pattern.includes("/") ? pattern : `**/${pattern}`,
    })),
  });
}
