/** Every command of the extension. */
import * as vscode from "vscode";
import { tellBug } from "../live/tell-bug.ts";
import type { Command, Services } from "./command.ts";
import { addProject } from "./add-project.ts";
import { compareRule } from "./compare-rule.ts";
import { convertToBare, convertToWrapped } from "./convert.ts";
import { copyId, copyJson, copyName } from "./copy-from-explorer.ts";
import { copyAsCurl, copyAsLkCommand } from "./copy-command.ts";
import { createRule } from "./create-rule.ts";
import { deleteRule } from "./delete-rule.ts";
import { duplicateRule } from "./duplicate-rule.ts";
import { editMetadata } from "./edit-metadata.ts";
import { editProject } from "./edit-project.ts";
import { explainCheck } from "./explain-check.ts";
import { clearExplorerFilter, filterExplorer } from "./filter-explorer.ts";
import { importRules } from "./import-rules.ts";
import { listRules } from "./list-rules.ts";
import { markProduction, unmarkProduction } from "./mark-production.ts";
import { openAsJson } from "./open-as-json.ts";
import { openDemoProject } from "./open-demo-project.ts";
import { openRule } from "./open-rule.ts";
import { refreshExplorer } from "./refresh-explorer.ts";
import { removeProject } from "./remove-project.ts";
import { renameRule } from "./rename-rule.ts";
import { restartServer } from "./restart-server.ts";
import { selectProject } from "./select-project.ts";
import { selectTarget } from "./select-target.ts";
import { showLiveCalls } from "./show-live-calls.ts";
import { showMoreRules } from "./show-more-rules.ts";
import { showOutput } from "./show-output.ts";
import { simulateCall } from "./simulate-call.ts";
import { sortExplorer } from "./sort-explorer.ts";
import { stopReading } from "./stop-reading.ts";
import { testConnection } from "./test-connection.ts";
import { turnCheckOff } from "./turn-check-off.ts";
import { undoLastChange } from "./undo-last-change.ts";
import { updateRule } from "./update-rule.ts";

const COMMANDS: readonly Command[] = [
  addProject,
  clearExplorerFilter,
  compareRule,
  convertToBare,
  convertToWrapped,
  copyAsCurl,
  copyAsLkCommand,
  copyId,
  copyJson,
  copyName,
  createRule,
  deleteRule,
  duplicateRule,
  editMetadata,
  editProject,
  explainCheck,
  filterExplorer,
  importRules,
  listRules,
  markProduction,
  openAsJson,
  openDemoProject,
  openRule,
  refreshExplorer,
  removeProject,
  renameRule,
  restartServer,
  selectProject,
  selectTarget,
  showLiveCalls,
  showMoreRules,
  showOutput,
  simulateCall,
  sortExplorer,
  stopReading,
  testConnection,
  turnCheckOff,
  undoLastChange,
  unmarkProduction,
  updateRule,
];

export function registerCommands(services: Services): vscode.Disposable {
  return vscode.Disposable.from(
    ...COMMANDS.map((command) =>
      vscode.commands.registerCommand(command.id, (argument?: unknown, selection?: unknown) =>
        guarded(command, services, argument, Array.isArray(selection) ? selection : undefined),
      ),
    ),
  );
}

/** Expected failures are told by whoever meets them; what comes here is a bug, and may hold anything. */
async function guarded(
  { id, run }: Command,
  services: Services,
  argument: unknown,
  selection: readonly unknown[] | undefined,
): Promise<void> {
  try {
    await run(services, argument, selection);
  } catch (error) {
    void tellBug(services.output, id, error);
  }
}
