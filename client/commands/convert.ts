/** The file in the form that another tool wants, as one undo step. */
import * as vscode from "vscode";
import type { Range } from "vscode-languageclient";
import type { ConvertAnswer, ConvertParams } from "../../server/messages.ts";
import { documentFor } from "../language/rule-files.ts";
import { defineCommand, type Services } from "./command.ts";

export const convertToWrapped = defineCommand({
  id: "livekitDispatch.convertToWrapped",
  run: (services, argument) => convert(services, argument, "wrapped"),
});

export const convertToBare = defineCommand({
  id: "livekitDispatch.convertToBare",
  run: (services, argument) => convert(services, argument, "bare"),
});

async function convert({ server }: Services, argument: unknown, form: ConvertParams["form"]): Promise<void> {
  const document = await documentFor(argument);
  if (!document) return;
  const answer = await server.convert(document.uri, form);
  if (!answer) say("The language server does not answer for this file.");
  else if (answer.version !== document.version) say("The file was changed meanwhile: nothing was converted.");
  else if ("reason" in answer) await refuse(document, answer);
  else await apply(document, answer);
}

async function apply(
  document: vscode.TextDocument,
  { edits, removed }: Extract<ConvertAnswer, { edits: unknown }>,
): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.set(
    document.uri,
    edits.map(({ range, newText }) => vscode.TextEdit.replace(toRange(range), newText)),
  );
  if (!(await vscode.workspace.applyEdit(edit)) || removed.length === 0) return;
  // No field goes in silence.
  const fields = removed.map(({ name, reason }) => `"${name}": ${reason}`);
  void vscode.window.showInformationMessage(`Left out: ${fields.join(" ")}`);
}

async function refuse(
  document: vscode.TextDocument,
  { reason, range }: Extract<ConvertAnswer, { reason: unknown }>,
): Promise<void> {
  if (range) await vscode.window.showTextDocument(document, { selection: toRange(range) });
  say(reason);
}

function toRange({ start, end }: Range): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

function say(text: string): void {
  void vscode.window.showWarningMessage(text);
}
