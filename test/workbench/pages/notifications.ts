/** Messages at the corner, and those that stand in the way. */
import type { Locator, Page } from "playwright-core";
import { until } from "./locate.ts";

export class Notifications {
  readonly #toasts: Locator;
  readonly dialog: Locator;

  constructor(page: Page) {
    this.#toasts = page.locator(".notifications-toasts .notification-list-item");
    this.dialog = page.locator(".monaco-dialog-box");
  }

  /** The message that holds this text. */
  saying(text: string | RegExp): Locator {
    return this.#toasts.filter({ hasText: text }).first();
  }

  async press(text: string | RegExp, button: string): Promise<void> {
    await this.saying(text).getByRole("button", { name: button, exact: true }).click();
  }

  /** Says yes to a question that stands in the way, by the keyboard. @returns the question, with its details */
  async agree(button: string): Promise<string> {
    await this.dialog.waitFor();
    const texts = await this.dialog.locator(".dialog-message, .dialog-message-detail").allInnerTexts();
    const chosen = this.dialog.getByRole("button", { name: button, exact: true });
    await chosen.waitFor();
    await until(async () => {
      if (
        await chosen.evaluate((element: { matches(selector: string): boolean }) => element.matches(":focus"))
      )
        return true;
      await this.dialog.page().keyboard.press("Tab");
      return false;
    }, `the Tab key leads to "${button}"`);
    await this.dialog.page().keyboard.press("Enter");
    await this.dialog.waitFor({ state: "hidden" });
    return texts.join("\n");
  }

  /** Answers a question that stands in the way. @returns the question */
  async answerDialog(button: string): Promise<string> {
    await this.dialog.waitFor();
    const message = await this.dialog.locator(".dialog-message").innerText();
    await this.dialog.getByRole("button", { name: button, exact: true }).click();
    await this.dialog.waitFor({ state: "hidden" });
    return message.trim();
  }
}
