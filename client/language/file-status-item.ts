/** In the status bar, while a rule file is shown: what it is taken for, and who is thought to read it. */
import * as vscode from "vscode";
import type { FileStatus } from "../../server/messages.ts";
import type { LanguageServer } from "./language-server.ts";
import { activeRuleEditor } from "./rule-files.ts";
import { FORM_WORDS, TARGET_WORDS } from "./words.ts";

/** Long enough that typing does not ask at every key. */
const PAUSE_MS = 150;

/** The form of the file in the active editor, for `when` clauses of menus. */
const FORM_KEY = "livekitDispatch.form";

export class FileStatusItem implements vscode.Disposable {
  readonly #item: vscode.StatusBarItem;
  readonly #listeners: vscode.Disposable;
  #pause: ReturnType<typeof setTimeout> | undefined;
  #questions = 0;

  constructor(private readonly server: LanguageServer) {
    // Directly left of the language's name, to which it belongs: that one has 100.1.
    this.#item = vscode.window.createStatusBarItem(
      "livekitDispatch.file",
      vscode.StatusBarAlignment.Right,
      100.15,
    );
    this.#item.name = "Dispatch Rule: Form and Target";
    const update = () => void this.#update();
    this.#listeners = vscode.Disposable.from(
      vscode.window.onDidChangeActiveTextEditor(update),
      vscode.workspace.onDidOpenTextDocument(update), // also when a document's language changes
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration("livekitDispatch")) this.#updateSoon();
      }),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document === activeRuleEditor()?.document) this.#updateSoon();
      }),
      server.onDidChange(update),
    );
    update();
  }

  #updateSoon(): void {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => void this.#update(), PAUSE_MS);
  }

  async #update(): Promise<void> {
    clearTimeout(this.#pause);
    const question = ++this.#questions;
    const document = activeRuleEditor()?.document;
    const status = document && (await this.server.fileStatus(document.uri));
    // An answer that was overtaken is about what is no longer shown.
    if (question !== this.#questions) return;
    void vscode.commands.executeCommand("setContext", FORM_KEY, status?.form);
    if (!document) this.#item.hide();
    else if (status) this.#show(status);
    else this.#showServer();
  }

  #show({ form, target }: FileStatus): void {
    const item = this.#item;
    item.text = `$(call-incoming) ${FORM_WORDS[form].label} · ${TARGET_WORDS[target].short}`;
    item.tooltip = new vscode.MarkdownString(
      `**${FORM_WORDS[form].label}**: ${FORM_WORDS[form].detail}\n\n` +
        `Judged for **${TARGET_WORDS[target].label}**: ${TARGET_WORDS[target].detail}\n\nClick to change who reads it.`,
    );
    item.backgroundColor = undefined;
    item.command = "livekitDispatch.selectTarget";
    item.show();
  }

  /** Without an answer either the file is too large, or nobody is there to answer. */
  #showServer(): void {
    const item = this.#item;
    const { isRunning, isStarting } = this.server;
    const isGone = !isRunning && !isStarting;
    item.text = isGone ? "$(warning) Dispatch rules: no server" : "$(call-incoming) Dispatch rule";
    item.tooltip = isGone
      ? "The language server is not running. Click to start it again."
      : isStarting
        ? "The language server is starting."
        : "This file is too large to be checked.";
    item.backgroundColor = isGone ? new vscode.ThemeColor("statusBarItem.warningBackground") : undefined;
    item.command = isGone ? "livekitDispatch.restartServer" : "livekitDispatch.selectTarget";
    item.show();
  }

  dispose(): void {
    this.#questions++;
    clearTimeout(this.#pause);
    this.#listeners.dispose();
    this.#item.dispose();
  }
}
