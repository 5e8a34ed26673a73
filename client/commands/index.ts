/** Every command of the extension. */
import * as vscode from "vscode";
import type { Command, Services } from "./command.ts";
import { convertToBare, convertToWrapped } from "./convert.ts";
import { editMetadata } from "./edit-metadata.ts";
import { explainCheck } from "./explain-check.ts";
import { openAsJson } from "./open-as-json.ts";
import { restartServer } from "./restart-server.ts";
import { selectTarget } from "./select-target.ts";
import { showOutput } from "./show-output.ts";
import { turnCheckOff } from "./turn-check-off.ts";

const COMMANDS: readonly Command[] = [
  convertToBare,
  convertToWrapped,
  editMetadata,
  explainCheck,
  openAsJson,
  restartServer,
  selectTarget,
  showOutput,
  turnCheckOff,
];

export function registerCommands(services: Services): vscode.Disposable {
  return vscode.Disposable.from(
    ...COMMANDS.map(({ id, run }) =>
      vscode.commands.registerCommand(id, (argument?: unknown) => run(services, argument)),
    ),
  );
}
