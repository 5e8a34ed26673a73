/** The active project in the status bar, and the context keys that menus and welcome views ask for. */
import * as vscode from "vscode";
import { markdownOf } from "../explorer/tree-item.ts";
import type { Projects } from "./projects.ts";
import { statusWords } from "./status-words.ts";

const HAS_PROJECT = "livekitDispatch.hasProject";
const IS_TRUSTED = "livekitDispatch.isTrusted";

export class ProjectStatusItem implements vscode.Disposable {
  readonly #item: vscode.StatusBarItem;
  readonly #listeners: vscode.Disposable;
  #questions = 0;

  constructor(private readonly projects: Projects) {
    this.#item = vscode.window.createStatusBarItem(
      "livekitDispatch.project",
      vscode.StatusBarAlignment.Left,
      5,
    );
    this.#item.name = "LiveKit Project";
    this.#item.command = "livekitDispatch.selectProject";
    const update = (): void => void this.#update();
    this.#listeners = vscode.Disposable.from(
      projects.onDidChange(update),
      vscode.workspace.onDidGrantWorkspaceTrust(update),
    );
    update();
  }

  async #update(): Promise<void> {
    const question = ++this.#questions;
    const { projects, active, problem, warnings } = await this.projects.overview();
    // An answer that was overtaken is about what is no longer so.
    if (question !== this.#questions) return;
    const hasProject = active !== undefined || projects.some(({ isDemo }) => !isDemo);
    void vscode.commands.executeCommand("setContext", HAS_PROJECT, hasProject);
    void vscode.commands.executeCommand("setContext", IS_TRUSTED, vscode.workspace.isTrusted);
    const words = statusWords(active && { ...active, warnings }, problem);
    if (!words) {
      this.#item.hide();
      return;
    }
    const { text, spoken, tooltip, isAlarming } = words;
    this.#item.text = text;
    this.#item.tooltip = markdownOf(tooltip);
    this.#item.accessibilityInformation = { label: spoken };
    this.#item.backgroundColor = isAlarming
      ? new vscode.ThemeColor("statusBarItem.warningBackground")
      : undefined;
    this.#item.show();
  }

  dispose(): void {
    this.#questions++;
    this.#listeners.dispose();
    this.#item.dispose();
  }
}
