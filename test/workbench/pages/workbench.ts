/** A whole window of VS Code, as a user sees it. Every wait is for a condition; nothing just sleeps. */
import type { Locator, Page } from "playwright-core";
import { Editor } from "./editor.ts";
import { Explorer } from "./explorer.ts";
import { Notifications } from "./notifications.ts";
import { QuickInput } from "./quick-input.ts";
import { Sidebar } from "./sidebar.ts";

const PATIENCE_MS = 20_000;
const START_MS = 60_000;

export class Workbench {
  readonly quickInput: QuickInput;
  readonly editor: Editor;
  readonly explorer: Explorer;
  readonly notifications: Notifications;
  readonly sidebar: Sidebar;

  private constructor(readonly page: Page) {
    this.quickInput = new QuickInput(page);
    this.editor = new Editor(page, this.quickInput);
    this.explorer = new Explorer(page);
    this.notifications = new Notifications(page);
    this.sidebar = new Sidebar(page, this.quickInput);
  }

  /** When the window has been laid out and every part of it has had its turn. */
  static async ready(page: Page): Promise<Workbench> {
    page.setDefaultTimeout(PATIENCE_MS);
    const within = { timeout: START_MS };
    await page.locator(".monaco-workbench .statusbar").waitFor(within);
    await page.locator('.monaco-workbench .activitybar [role="tab"][aria-selected="true"]').waitFor(within);
    await page.locator(".explorer-folders-view .monaco-list, .welcome-view-content").first().waitFor(within);
    return new Workbench(page);
  }

  command(title: string): Promise<void> {
    return this.quickInput.command(title);
  }

  /** The entry of the status bar for the file's form and target. */
  get fileStatus(): Locator {
    return this.page.locator('.statusbar-item[id="livekit-dispatch.livekit-dispatch.livekitDispatch.file"]');
  }

  /** The problems view, a line each, with its severity and place. */
  async problems(): Promise<string[]> {
    await this.command("Problems: Focus on Problems View");
    const rows = this.page.locator(".markers-panel .monaco-list-row");
    await rows.first().waitFor();
    const labels = await rows.evaluateAll(
      (elements: readonly { getAttribute(name: string): string | null }[]) =>
        elements.map((element) => element.getAttribute("aria-label") ?? ""),
    );
    return labels;
  }

  /** The page inside a webview, such as a Markdown preview. */
  webview() {
    return this.page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");
  }
}
