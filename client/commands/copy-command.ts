/** Copy as lk Command, Copy as curl: secrets are variables that the shell asks for. */
import * as vscode from "vscode";
import { ruleFileText } from "../../core/compare/rule-text.ts";
import { readRuleDocument } from "../../core/document.ts";
import { convertTo } from "../../core/rules/convert.ts";
import { idInFile } from "../../livekit/rules/id-in-file.ts";
import { isRuleTarget } from "../explorer/targets.ts";
import { meantFile, selectedRules } from "../rules/command-subject.ts";
import {
  curlCommand,
  lkCreateCommand,
  lkUpdateCommand,
  type CopiedCommand,
  type CopyProject,
} from "../rules/copy/commands.ts";
import { RULE_SCHEME } from "../rules/documents/rule-address.ts";
import type { Connected } from "../rules/flows/person.ts";
import { defineCommand, type Services } from "./command.ts";

export const copyAsLkCommand = defineCommand({
  id: "livekitDispatch.copyAsLkCommand",
  run: (services, argument, selection) => copy(services, argument, selection, "lk"),
});

export const copyAsCurl = defineCommand({
  id: "livekitDispatch.copyAsCurl",
  run: (services, argument, selection) => copy(services, argument, selection, "curl"),
});

async function copy(
  services: Services,
  argument: unknown,
  selection: readonly unknown[] | undefined,
  tool: "lk" | "curl",
): Promise<void> {
  const file = isRuleTarget(argument) ? undefined : await meantFile(argument);
  const commands =
    file && file.uri.scheme !== RULE_SCHEME
      ? await forFile(services, file, tool)
      : await forRules(services, argument, selection, tool);
  if (commands.length === 0) return;
  await vscode.env.clipboard.writeText(commands.map(({ text }) => text).join("\n"));
  const variables = [...new Set(commands.flatMap((command) => command.variables))];
  const note = variables.length === 0 ? "" : ` Set ${variables.join(", ")} before you run it.`;
  const what = commands.length === 1 ? "Copied" : `Copied ${commands.length} commands`;
  const demo = commands.some(({ isDemo }) => isDemo)
    ? " No terminal reaches the demo project: put the address of your own in."
    : "";
  void vscode.window.showInformationMessage(`${what}, for a POSIX shell.${note}${demo}`);
}

async function forRules(
  services: Services,
  argument: unknown,
  selection: readonly unknown[] | undefined,
  tool: "lk" | "curl",
): Promise<readonly CopiedCommand[]> {
  const found = await selectedRules(services, argument, selection, "Copy Which Rule?");
  if (!found) return [];
  const project = copyProject(found.project);
  return found.rules.map((rule) => {
    const text = ruleFileText(rule.text);
    return tool === "lk" ? lkCreateCommand(text, project) : curlCommand(text, project);
  });
}

/** What the file is for: one with an id updates, any other creates. */
async function forFile(
  { rules: flows }: Services,
  file: vscode.TextDocument,
  tool: "lk" | "curl",
): Promise<readonly CopiedCommand[]> {
  const document = readRuleDocument(file.getText());
  const bare = convertTo(document, "bare");
  if (!bare.ok) {
    void vscode.window.showWarningMessage(bare.reason);
    return [];
  }
  const connected = await flows.project();
  if (!connected) return [];
  const project = copyProject(connected);
  const id = idInFile(document);
  if (tool === "curl") return [curlCommand(bare.text, project, id === "" ? undefined : id)];
  const path = file.isUntitled ? undefined : vscode.workspace.asRelativePath(file.uri, false);
  if (id !== "" && document.form === "bare" && path !== undefined)
    return [lkUpdateCommand(id, project, path)];
  return [lkCreateCommand(bare.text, project, document.form === "wrapped" ? path : undefined)];
}

/** A project on this machine has no certificate, and one that warns has none either. */
function copyProject({ entry, client }: Connected): CopyProject {
  const isPlain = client.target.isLoopback || client.warnings.includes("insecure");
  return { entry, scheme: isPlain ? "http" : "https" };
}
