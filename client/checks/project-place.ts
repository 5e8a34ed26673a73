/** The severity of a check in the project's configuration file, which the command line reads as well. */
import * as vscode from "vscode";
import { editConfiguration, isReadable, levelIn } from "../../core/configuration/edit-configuration.ts";
import { CONFIGURATION_FILE } from "../../core/configuration/file-name.ts";
import type { Level } from "../../core/problem.ts";
import type { LevelPlace } from "./level-place.ts";

/**
 * @param top the folder of the workspace, above which is not looked
 * @param globIn the glob for the files that are meant, from the folder of the configuration file; or for all
 * @returns `undefined` where there is no such file, or none that can be read
 */
export async function projectPlace(
  code: string,
  uri: vscode.Uri,
  top: vscode.Uri,
  globIn: (folder: vscode.Uri) => string | undefined,
): Promise<LevelPlace | undefined> {
  const place = await nearestFile(uri, top);
  if (!place) return undefined;
  const glob = globIn(vscode.Uri.joinPath(place, ".."));
  const open = () => vscode.workspace.openTextDocument(place);
  if (!isReadable((await open()).getText())) return undefined;
  return {
    read: async () => levelIn((await open()).getText(), { code, glob }),
    async write(level) {
      const document = await open();
      const text = document.getText();
      const edit = new vscode.WorkspaceEdit();
      const whole = new vscode.Range(document.positionAt(0), document.positionAt(text.length));
      edit.replace(place, whole, editConfiguration(text, { code, glob }, level as Level | undefined));
      if (!(await vscode.workspace.applyEdit(edit)) || !(await document.save()))
        throw new Error(`${CONFIGURATION_FILE} could not be written.`);
    },
  };
}

async function nearestFile(uri: vscode.Uri, top: vscode.Uri): Promise<vscode.Uri | undefined> {
  for (let folder = vscode.Uri.joinPath(uri, ".."); ; folder = vscode.Uri.joinPath(folder, "..")) {
    const place = vscode.Uri.joinPath(folder, CONFIGURATION_FILE);
    if (await exists(place)) return place;
    if (folder.path.length <= top.path.length || folder.path === "/") return undefined;
  }
}

async function exists(place: vscode.Uri): Promise<boolean> {
  try {
    return ((await vscode.workspace.fs.stat(place)).type & vscode.FileType.File) !== 0;
  } catch {
    return false;
  }
}
