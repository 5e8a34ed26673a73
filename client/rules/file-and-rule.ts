/** A file and the deployed rule that belong together, whichever of the two a command began with. */
import * as vscode from "vscode";
import type { Services } from "../commands/command.ts";
import { messageText } from "../live/safe-text.ts";
import { fileTitle, meantFile, ruleById, type RuleAndProject } from "./command-subject.ts";
import { deployedFor } from "./deployed-for-file.ts";
import { obstacleIn } from "./flows/request.ts";
import { isRuleTarget } from "../explorer/targets.ts";
import { pickFile } from "./pick-file.ts";

export interface FileAndRule extends RuleAndProject {
  readonly file: vscode.TextDocument;
}

export async function fileAndRule(
  services: Services,
  argument: unknown,
  titles: { readonly file: string; readonly rule: string },
): Promise<FileAndRule | undefined> {
  const meant = isRuleTarget(argument) ? argument : undefined;
  const compared = services.rules.comparisons.inFront(argument);
  if (meant) {
    const found = await ruleById(meant, services);
    const file = found && (await pickFile(titles.file, found));
    return found && file && isReadable(file) ? { ...found, file } : undefined;
  }
  const meantHere = compared ? await documentAt(compared.file) : await meantFile(argument);
  const file = meantHere ?? (await pickFile(titles.file));
  // Whoever has to mend the file first shall not choose a rule before.
  if (!file || !isReadable(file)) return undefined;
  const found = compared
    ? await ruleById(compared, services)
    : await deployedFor(file, services, titles.rule);
  return found && { ...found, file };
}

/** `undefined`: it is not there any more. */
async function documentAt(address: string): Promise<vscode.TextDocument | undefined> {
  try {
    return await vscode.workspace.openTextDocument(vscode.Uri.parse(address, true));
  } catch {
    return undefined;
  }
}

/** Where no rule can be taken from a file, says why. */
function isReadable(file: vscode.TextDocument): boolean {
  const obstacle = obstacleIn(file.getText());
  if (!obstacle) return true;
  const { words, range } = obstacle;
  const show = range && "Show the Place";
  const message = `${messageText(fileTitle(file))}: ${words}`;
  const answer = vscode.window.showWarningMessage(message, ...(show ? [show] : []));
  void answer.then(async (pressed) => {
    if (!range || pressed !== show) return;
    const selection = new vscode.Range(file.positionAt(range.start), file.positionAt(range.end));
    await vscode.window.showTextDocument(file, { selection });
  });
  return false;
}
