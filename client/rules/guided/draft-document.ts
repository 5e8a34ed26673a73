/** The JSON of the rule that is being made, beside the questions: it follows every key, and nobody can write it. */
import * as vscode from "vscode";

export const DRAFT_SCHEME = "livekit-draft";
/** So that VS Code does not show what it kept of an earlier one. */
let drafts = 0;

export class DraftDocument implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.#changed.event;
  readonly #address = vscode.Uri.from({
    scheme: DRAFT_SCHEME,
    path: "/New rule.dispatch-rule.json",
    query: String(++drafts),
  });
  readonly #registered = vscode.workspace.registerTextDocumentContentProvider(DRAFT_SCHEME, this);
  #text: string;

  private constructor(text: string) {
    this.#text = text;
  }

  /** The question keeps the focus. */
  static async open(text: string): Promise<DraftDocument> {
    const draft = new DraftDocument(text);
    const document = await vscode.workspace.openTextDocument(draft.#address);
    await vscode.window.showTextDocument(document, {
      viewColumn: vscode.window.activeTextEditor ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active,
      preserveFocus: true,
      preview: true,
    });
    return draft;
  }

  provideTextDocumentContent(): string {
    return this.#text;
  }

  show(text: string): void {
    if (text === this.#text) return;
    this.#text = text;
    this.#changed.fire(this.#address);
  }

  /** Its tab goes as well: what it shows is a file by now, or is nothing. */
  async close(): Promise<void> {
    const address = this.#address.toString();
    const isDraft = ({ input }: vscode.Tab): boolean =>
      input instanceof vscode.TabInputText && input.uri.toString() === address;
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs.filter(isDraft));
    if (tabs.length > 0) await vscode.window.tabGroups.close(tabs, true);
  }

  dispose(): void {
    this.#registered.dispose();
    this.#changed.dispose();
  }
}
