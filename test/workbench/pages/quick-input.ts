/** The box at the top: command palette, choices, questions for a text. */
import type { Locator, Page } from "playwright-core";
import { COMMAND_KEY, rowLabelled } from "./locate.ts";

export class QuickInput {
  readonly widget: Locator;
  readonly rows: Locator;
  readonly #box: Locator;

  constructor(private readonly page: Page) {
    this.widget = page.locator(".quick-input-widget");
    this.rows = this.widget.locator(".quick-input-list .monaco-list-row");
    this.#box = this.widget.locator("input[type=text]").first();
  }

  /** Runs a command by its title in the palette, category included. */
  async command(title: string): Promise<void> {
    await this.page.keyboard.press("F1");
    await this.#box.waitFor();
    await this.#box.fill(`>${title}`);
    await rowLabelled(this.page, this.rows, title).click();
  }

  /** The titles that the palette offers for a text. */
  async commandsFor(text: string): Promise<string[]> {
    await this.page.keyboard.press("F1");
    await this.#box.waitFor();
    await this.#box.fill(`>${text}`);
    const titles = await this.labels();
    await this.dismiss();
    return titles;
  }

  async openFile(name: string): Promise<void> {
    await this.page.keyboard.press(`${COMMAND_KEY}+P`);
    await this.#box.waitFor();
    await this.#box.fill(name);
    await rowLabelled(this.page, this.rows, name.split("/").at(-1) ?? name).click();
  }

  /** @param title of the choice, to be sure that it is the one meant */
  async pick(label: string, title?: string): Promise<void> {
    await this.#waitFor(title);
    await rowLabelled(this.page, this.rows, label).click();
  }

  async labels(): Promise<string[]> {
    await this.rows.first().waitFor();
    return this.rows.locator(".label-name").allInnerTexts();
  }

  async answer(text: string, title?: string): Promise<void> {
    await this.#waitFor(title);
    await this.#box.fill(text);
    await this.#box.press("Enter");
    await this.widget.waitFor({ state: "hidden" });
  }

  async dismiss(): Promise<void> {
    await this.page.keyboard.press("Escape");
    await this.widget.waitFor({ state: "hidden" });
  }

  async #waitFor(title: string | undefined): Promise<void> {
    await this.widget.waitFor();
    if (title !== undefined) await this.widget.locator(".quick-input-title", { hasText: title }).waitFor();
  }
}
