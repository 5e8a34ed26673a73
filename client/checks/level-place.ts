/** Where the severity of a check is kept: in the project's configuration file if it has one, otherwise in the settings. */
import * as vscode from "vscode";
import { globForFolder, globForPath } from "../../core/configuration/path-pattern.ts";
import { projectPlace } from "./project-place.ts";
import { settingsPlace } from "./settings-place.ts";

export type Where = "file" | "folder" | "workspace" | "everywhere";

export interface LevelPlace {
  /** What is set there now; `undefined` for nothing. */
  read(): Promise<unknown>;
  /** May reject. @param level `undefined` takes the entry out */
  write(level: unknown): Promise<void>;
}

/** @param uri the document in which the check spoke; without one, only whole workspaces and everything can be meant */
export async function placeFor(code: string, where: Where, uri: vscode.Uri | undefined): Promise<LevelPlace> {
  const { Global, Workspace, WorkspaceFolder } = vscode.ConfigurationTarget;
  if (where === "everywhere") return settingsPlace(code, Global);
  const folder = uri && vscode.workspace.getWorkspaceFolder(uri);
  const path = (above: vscode.Uri) => (uri && folder ? globFor(where, uri, above) : undefined);
  const project = uri && folder && (await projectPlace(code, uri, folder.uri, path));
  if (project) return project;
  if (where === "workspace" || !folder) return settingsPlace(code, Workspace);
  const isOneOfSeveral = vscode.workspace.workspaceFile !== undefined;
  return settingsPlace(code, isOneOfSeveral ? WorkspaceFolder : Workspace, path(folder.uri), uri);
}

function globFor(where: Where, uri: vscode.Uri, above: vscode.Uri): string | undefined {
  if (where !== "file" && where !== "folder") return undefined;
  const path = pathIn(above, uri);
  return where === "file"
    ? globForPath(path)
    : globForFolder(path.slice(0, Math.max(0, path.lastIndexOf("/"))));
}

/** The path of a document from a folder around it. */
export function pathIn(folder: vscode.Uri, uri: vscode.Uri): string {
  return uri.path.slice(folder.path.replace(/\/$/, "").length + 1);
}
