/** The files at the side. */
import type { Locator, Page } from "playwright-core";
import { exactly, rowLabelled } from "./locate.ts";

export class Explorer {
  readonly rows: Locator;

  constructor(private readonly page: Page) {
    this.rows = page.locator('.sidebar .explorer-folders-view .monaco-list-row[role="treeitem"]');
  }

  file(name: string): Locator {
    return rowLabelled(this.page, this.rows, name);
  }

  async rename(from: string, to: string): Promise<void> {
    await this.chooseFromMenu(this.file(from), "Rename...");
    const box = this.page.locator(".explorer-item-edited input");
    await box.fill(to);
    await box.press("Enter");
    await this.file(to).waitFor();
  }

  async chooseFromMenu(target: Locator, entry: string): Promise<void> {
    await target.click({ button: "right" });
    const label = this.page.locator(".action-label", { hasText: exactly(entry) });
    const item = this.page.locator(".monaco-menu .action-item:not(.disabled)").filter({ has: label }).first();
    await item.waitFor();
    // A menu ignores the mouse for its first tenth of a second: press until it has gone.
    for (let tries = 0; tries < 20 && (await item.isVisible()); tries++) {
      await item.click({ delay: 120, timeout: 1000 }).catch(() => undefined);
      await item.waitFor({ state: "hidden", timeout: 500 }).catch(() => undefined);
    }
    await item.waitFor({ state: "hidden" });
  }
}
