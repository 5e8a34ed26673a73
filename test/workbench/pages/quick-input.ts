/**
 * The box at the top: command palette, choices, questions for a text. By the keyboard alone: its rows are drawn anew
 * with every answer that comes in, so that one may be gone between finding and clicking it.
 */
import type { Locator, Page } from "playwright-core";
import { COMMAND_KEY, exactly, isThere, pressFor, until } from "./locate.ts";

const BACK_KEYS =
  { darwin: "Control+Minus", win32: "Alt+ArrowLeft" }[process.platform as string] ?? "Control+Alt+Minus";

/** How long a box that is open takes to listen. */
const PATIENCE_MS = 5000;
const PALETTES = 4;

export class QuickInput {
  readonly widget: Locator;
  readonly rows: Locator;
  readonly box: Locator;
  /** What is wrong with the text in the box. */
  readonly message: Locator;

  constructor(private readonly page: Page) {
    this.widget = page.locator(".quick-input-widget");
    this.rows = this.widget.locator(".quick-input-list .monaco-list-row");
    this.box = this.widget.locator("input[type=text]").first();
    this.message = this.widget.locator(".quick-input-message");
  }

  /** Runs a command by its title in the palette, category included. */
  async command(title: string): Promise<void> {
    for (let left = PALETTES - 1; ; left--)
      try {
        await pressFor(this.box, "F1");
        await this.#accept(title, `>${title}`);
        break;
      } catch (error) {
        // An editor that has just been opened takes the focus, and the palette goes.
        if (left === 0 || (await this.widget.isVisible())) throw error;
      }
    // The command may ask something in this very box.
    const isLeft = async () =>
      !(await this.widget.isVisible()) || !(await this.box.inputValue()).startsWith(">");
    await until(isLeft, `the palette has gone for "${title}"`);
  }

  /** The titles that the palette offers for a text. */
  async commandsFor(text: string): Promise<string[]> {
    await pressFor(this.box, "F1");
    await this.box.fill(`>${text}`);
    const titles = await this.labels();
    await this.dismiss();
    return titles;
  }

  async openFile(name: string): Promise<void> {
    await pressFor(this.box, `${COMMAND_KEY}+P`);
    await this.#accept(name.split("/").at(-1) ?? name, name);
    await this.widget.waitFor({ state: "hidden" });
  }

  /** @param title of the choice, to be sure that it is the one meant */
  async pick(label: string, title?: string): Promise<void> {
    await this.waitFor(title);
    await this.#accept(label, label);
  }

  async labels(): Promise<string[]> {
    await this.rows.first().waitFor();
    return this.rows.locator(".label-name").allInnerTexts();
  }

  async answer(text: string, title?: string): Promise<void> {
    await this.waitFor(title);
    await this.box.fill(text);
    await this.box.press("Enter");
    await this.widget.waitFor({ state: "hidden" });
  }

  /** Answers one question of several with what stands there, or with a text. @param title of the question */
  async step(title: string, text?: string): Promise<void> {
    await this.waitFor(title);
    if (text !== undefined) await this.box.fill(text);
    await this.box.press("Enter");
  }

  /** To the question before. */
  async back(): Promise<void> {
    await this.page.keyboard.press(BACK_KEYS);
  }

  async dismiss(): Promise<void> {
    await this.page.keyboard.press("Escape");
    await this.widget.waitFor({ state: "hidden" });
  }

  async waitFor(title?: string): Promise<void> {
    await this.widget.waitFor();
    if (title !== undefined) await this.widget.locator(".quick-input-title", { hasText: title }).waitFor();
  }

  /**
   * Types, moves down to the row with this label, wherever it is by then, and takes it. Types again where there is
   * none: a box does not look again for what was not there yet when it was filled.
   */
  async #accept(label: string, typed: string): Promise<void> {
    const rows = this.rows.filter({ has: this.page.locator(".label-name", { hasText: exactly(label) }) });
    const focused = this.rows.and(this.page.locator(".focused")).locator(".label-name").first();
    const isFocused = async () => exactly(label).test((await labelOf(focused)) ?? "");
    await until(async () => {
      await this.box.fill(typed.slice(0, 1), { timeout: PATIENCE_MS });
      await this.box.fill(typed, { timeout: PATIENCE_MS });
      return isThere(rows.first());
    }, `"${label}" is among the choices`);
    await until(async () => {
      if (await isFocused()) return true;
      await this.box.press("ArrowDown", { timeout: PATIENCE_MS });
      return false;
    }, `the arrow key leads to "${label}"`);
    await this.box.press("Enter", { timeout: PATIENCE_MS });
  }
}

/** Undefined where it has gone meanwhile. */
async function labelOf(row: Locator): Promise<string | undefined> {
  const [label] = await row.allInnerTexts();
  return label;
}
