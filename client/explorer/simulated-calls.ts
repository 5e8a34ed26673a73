/** Simulated calls as pages beside the sidebar: documents that nobody can write and that are in no folder. */
import * as vscode from "vscode";

const SCHEME = "livekit-simulated-call";
/** How many are kept for the tabs that show them. */
const MOST = 20;

export class SimulatedCalls implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #texts = new Map<string, string>();
  readonly #registered = vscode.workspace.registerTextDocumentContentProvider(SCHEME, this);
  #number = 0;

  provideTextDocumentContent({ query }: vscode.Uri): string {
    return this.#texts.get(query) ?? "This call was simulated before a restart. Simulate it again.\n";
  }

  /** @param markdown with nothing in it that does anything: the preview trusts no document, and neither do we */
  async show(markdown: string): Promise<void> {
    const query = String(++this.#number);
    this.#texts.set(query, markdown);
    const [oldest] = this.#texts.keys();
    if (this.#texts.size > MOST && oldest !== undefined) this.#texts.delete(oldest);
    const page = vscode.Uri.from({ scheme: SCHEME, path: "/Simulated call.md", query });
    try {
      await vscode.commands.executeCommand("markdown.showPreview", page);
    } catch {
      // The preview is an extension of its own, which somebody may have turned off.
      await vscode.window.showTextDocument(page, { preview: true });
    }
  }

  dispose(): void {
    this.#registered.dispose();
  }
}
