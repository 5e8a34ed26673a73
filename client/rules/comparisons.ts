/** A deployed rule and a file side by side in the diff editor, as two documents that nobody can write. */
import * as vscode from "vscode";
import { normalTexts } from "./compare-with-file.ts";
import { messageText } from "../live/safe-text.ts";

const SCHEME = "livekit-compare";
/** How many are kept for the tabs that show them. */
const MOST = 40;

export class Comparisons implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #texts = new Map<string, string>();
  readonly #registered = vscode.workspace.registerTextDocumentContentProvider(SCHEME, this);
  #number = 0;

  provideTextDocumentContent({ path }: vscode.Uri): string {
    return this.#texts.get(path) ?? "This comparison was made before a restart. Compare again.\n";
  }

  /**
   * @param deployed as the server sent it
   * @param file its text, in any form that holds one rule
   * @returns why it cannot be shown, in a sentence
   */
  async show(
    deployed: { readonly text: string; readonly title: string },
    file: { readonly text: string; readonly title: string },
  ): Promise<string | undefined> {
    const texts = normalTexts(deployed.text, file.text);
    if (!texts.ok) return texts.reason;
    const number = ++this.#number;
    const title = `${messageText(deployed.title)} ↔ ${messageText(file.title)}`;
    await vscode.commands.executeCommand(
      "vscode.diff",
      this.#keep(`/${number}/deployed.json`, texts.deployed),
      this.#keep(`/${number}/file.json`, texts.file),
      texts.deployed === texts.file ? `${title} (no difference)` : title,
      { preview: true },
    );
    return undefined;
  }

  #keep(path: string, text: string): vscode.Uri {
    this.#texts.set(path, text);
    const [oldest] = this.#texts.keys();
    if (this.#texts.size > MOST && oldest !== undefined) this.#texts.delete(oldest);
    return vscode.Uri.from({ scheme: SCHEME, path });
  }

  dispose(): void {
    this.#registered.dispose();
  }
}
