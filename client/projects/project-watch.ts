/** Notices when projects change outside of VS Code: `lk` in a terminal, a file that is saved, another window. */
import * as vscode from "vscode";
import { isProjectSecret } from "./own-projects.ts";
import type { Projects } from "./projects.ts";

const FILES = "{livekit.toml,.env,.env.*}";

export class ProjectWatch implements vscode.Disposable {
  readonly #listeners: vscode.Disposable;
  #watchers: vscode.Disposable | undefined;
  /** What the projects were when somebody was told last. */
  #before: Promise<string>;

  constructor(
    private readonly projects: Projects,
    secrets: vscode.SecretStorage,
  ) {
    this.#before = this.#now();
    const look = (): void => void this.#look();
    this.#listeners = vscode.Disposable.from(
      projects.onDidChange(() => {
        this.#before = this.#now();
      }),
      // Copies for Undo are kept there as well.
      secrets.onDidChange(({ key }) => {
        if (isProjectSecret(key)) projects.noteChange();
      }),
      vscode.workspace.onDidGrantWorkspaceTrust(() => projects.noteChange()),
      vscode.workspace.onDidChangeWorkspaceFolders(() => {
        this.#watchFolders();
        projects.noteChange();
      }),
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused) look();
      }),
      vscode.window.onDidEndTerminalShellExecution(look),
    );
    this.#watchFolders();
  }

  #watchFolders(): void {
    this.#watchers?.dispose();
    const look = (): void => void this.#look();
    const watchers = (vscode.workspace.workspaceFolders ?? []).map((folder) =>
      vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, FILES)),
    );
    this.#watchers = vscode.Disposable.from(
      ...watchers.flatMap((each) => [
        each,
        each.onDidCreate(look),
        each.onDidChange(look),
        each.onDidDelete(look),
      ]),
    );
  }

  /** Everything is read at every use anyhow; this is for what is shown all the time. */
  async #look(): Promise<void> {
    const [before, now] = await Promise.all([this.#before, this.#now()]);
    if (before !== now) this.projects.noteChange();
  }

  async #now(): Promise<string> {
    const { projects, active, problem } = await this.projects.overview();
    return JSON.stringify([projects, active?.why, active?.lkNote, problem]);
  }

  dispose(): void {
    this.#watchers?.dispose();
    this.#listeners.dispose();
  }
}
