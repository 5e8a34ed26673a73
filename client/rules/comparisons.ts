/** A deployed rule and a file side by side in the diff editor, as two documents that nobody can write. */
import * as vscode from "vscode";
import { normalTexts } from "./compare-with-file.ts";
import { KeptComparisons, type Compared } from "./kept-comparisons.ts";
import { messageText } from "../live/safe-text.ts";

const SCHEME = "livekit-compare";

export class Comparisons implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #kept = new KeptComparisons();
  readonly #registered = vscode.workspace.registerTextDocumentContentProvider(SCHEME, this);

  provideTextDocumentContent({ path }: vscode.Uri): string {
    return this.#kept.text(path) ?? "This comparison was made before a restart. Compare again.\n";
  }

  /**
   * @param deployed as the server sent it
   * @param file its text, in any form that holds one rule
   * @param about what a command goes on with that is run while the comparison is in front
   * @returns why it cannot be shown, in a sentence
   */
  async show(
    deployed: { readonly text: string; readonly title: string },
    file: { readonly text: string; readonly title: string },
    about?: Compared,
  ): Promise<string | undefined> {
    const texts = normalTexts(deployed.text, file.text);
    if (!texts.ok) return texts.reason;
    const paths = this.#kept.keep(texts, about);
    const title = `${messageText(deployed.title)} ↔ ${messageText(file.title)}`;
    await vscode.commands.executeCommand(
      "vscode.diff",
      address(paths.deployed),
      address(paths.file),
      texts.deployed === texts.file ? `${title} (no difference)` : title,
      { preview: true },
    );
    return undefined;
  }

  /**
   * What is being compared in the tab that is in front.
   * @param argument what a command was called with: one of the two sides (menus), or nothing
   */
  inFront(argument: unknown): Compared | undefined {
    const input: unknown = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    const shown = input instanceof vscode.TabInputTextDiff ? input.modified : undefined;
    const uri = argument === undefined ? shown : argument;
    return uri instanceof vscode.Uri && uri.scheme === SCHEME ? this.#kept.about(uri.path) : undefined;
  }

  dispose(): void {
    this.#registered.dispose();
  }
}

function address(path: string): vscode.Uri {
  return vscode.Uri.from({ scheme: SCHEME, path });
}
