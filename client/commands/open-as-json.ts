/** For a file that only has the name of a rule file: it is JSON, now and whenever it is opened again. */
import * as vscode from "vscode";
import { documentFor } from "../language/rule-files.ts";
import { defineCommand } from "./command.ts";

const JSON_LANGUAGE = "json";

export const openAsJson = defineCommand({
  id: "livekitDispatch.openAsJson",

  async run(_, argument) {
    const document = await documentFor(argument);
    if (!document) return;
    if (!document.isUntitled) await remember(document.uri);
    await vscode.languages.setTextDocumentLanguage(document, JSON_LANGUAGE);
  },
});

async function remember(uri: vscode.Uri): Promise<void> {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  const target = folder ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
  const files = vscode.workspace.getConfiguration("files");
  const present = files.inspect<Record<string, string>>("associations");
  const associations = (folder ? present?.workspaceValue : present?.globalValue) ?? {};
  await files.update("associations", { ...associations, [patternFor(uri, folder)]: JSON_LANGUAGE }, target);
}

/**
 * A glob for this one file. It has a slash, so that VS Code holds it against the whole path; the name of the
 * workspace folder keeps it from files of the same name deeper inside.
 */
function patternFor(uri: vscode.Uri, folder: vscode.WorkspaceFolder | undefined): string {
  const withoutDrive = uri.path.replace(/^\/[a-z]:/i, "");
  if (!folder) return `**${escapeGlob(withoutDrive)}`;
  const parent = vscode.Uri.joinPath(folder.uri, "..").path;
  return `**/${escapeGlob(uri.path.slice(parent.length).replace(/^\//, ""))}`;
}

function escapeGlob(path: string): string {
  return path.replace(/[[\]{}*?]/g, "[$&]");
}
