/** A file and the deployed rule that belong together, whichever of the two a command began with. */
import type * as vscode from "vscode";
import type { Services } from "../commands/command.ts";
import { meantFile, ruleById, type RuleAndProject } from "./command-subject.ts";
import { deployedFor } from "./deployed-for-file.ts";
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
  if (meant) {
    const found = await ruleById(meant, services);
    const file = found && (await pickFile(titles.file, found));
    return found && file && { ...found, file };
  }
  const file = (await meantFile(argument)) ?? (await pickFile(titles.file));
  const found = file && (await deployedFor(file, services, titles.rule));
  return found && { ...found, file };
}
