/** The text editor that has the focus. */
import type { Locator, Page } from "playwright-core";
import { COMMAND_KEY, exactly, isThere, pressFor, until } from "./locate.ts";
import type { QuickInput } from "./quick-input.ts";

export type SquiggleKind = "error" | "warning" | "info" | "hint";

export class Editor {
  readonly area: Locator;
  readonly hoverBox: Locator;
  readonly suggestions: Locator;
  /** The menu of quick fixes and refactorings. */
  readonly actions: Locator;
  readonly #activeTab: Locator;

  constructor(
    private readonly page: Page,
    private readonly quickInput: QuickInput,
  ) {
    this.area = page.locator('.editor-group-container.active .monaco-editor[role="code"]').first();
    this.hoverBox = page.locator(".monaco-editor .monaco-hover:not(.hidden) .monaco-hover-content").first();
    this.suggestions = page.locator(".suggest-widget.visible");
    this.actions = page.locator(".action-widget").first();
    this.#activeTab = page.locator(".editor-group-container.active .tab.active");
  }

  async open(file: string): Promise<void> {
    await this.quickInput.openFile(file);
    await this.tab(file.split("/").at(-1) ?? file).waitFor();
    await this.area.locator(".view-line").first().waitFor();
    await this.#listens();
  }

  /** Keys come to it once a box that was open has given the focus back. */
  async #listens(): Promise<void> {
    await this.area.and(this.page.locator(".focused")).waitFor();
  }

  /** The active tab, if it shows this. */
  tab(title: string | RegExp): Locator {
    return this.#activeTab.filter({ hasText: title });
  }

  /** The text on the screen, inlay hints included; a long document has more than is on the screen. */
  async text(): Promise<string> {
    const lines = await this.area
      .locator(".view-line")
      .evaluateAll((elements: readonly { style: { top: string }; textContent: string }[]) =>
        elements.map(({ style, textContent }) => ({ top: parseInt(style.top, 10), textContent })),
      );
    return lines
      .sort((a, b) => a.top - b.top)
      .map(({ textContent }) => textContent.replaceAll("\u00a0", " ").replaceAll("\u200c", ""))
      .join("\n");
  }

  /** Lines and columns count from 1. */
  async moveTo(line: number, column = 1): Promise<void> {
    await this.page.keyboard.press("Control+G");
    await this.quickInput.answer(`:${line}:${column}`);
    await this.#listens();
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text, { delay: 5 });
  }

  /** In the document that has the focus, the first place of a text. */
  async replace(text: string, by: string): Promise<void> {
    await this.page.keyboard.press(`${COMMAND_KEY}+F`);
    const box = this.page.locator(".find-widget.visible .find-part textarea").first();
    await box.fill(text);
    await this.page.locator(".find-widget.visible .matchesCount", { hasText: /^1 of / }).waitFor();
    // What was found stays selected. The first Escape may only hide a message.
    await until(async () => {
      await this.page.keyboard.press("Escape");
      return !(await this.page.locator(".find-widget.visible").isVisible());
    }, "the search is closed");
    await this.#listens();
    await this.type(by);
  }

  /** The tab loses its mark when saving starts, not when it ends: look into the file for that. */
  async save(): Promise<void> {
    await this.page.keyboard.press(`${COMMAND_KEY}+S`);
    await this.#activeTab.and(this.page.locator(".dirty")).waitFor({ state: "detached" });
  }

  squiggles(kind: SquiggleKind): Locator {
    return this.area.locator(`.squiggly-${kind}`);
  }

  /** Where this text stands, as one token of the syntax colours; the last place if there are several. */
  token(text: string): Locator {
    return this.area.locator(".view-line span > span", { hasText: text }).last();
  }

  /** What is shown when the mouse rests on this text. */
  async hover(text: string): Promise<string> {
    let x = 5;
    await until(async () => {
      // Where nothing was shown, nothing will be, even if there is something to show by now: go to another character.
      x = x === 5 ? 15 : 5;
      await this.token(text).hover({ position: { x, y: 5 } });
      return isThere(this.hoverBox);
    }, `anything is shown for "${text}"`);
    // Each provider fills in its part when it answers.
    await this.hoverBox.and(this.page.locator(':not(:has-text("Loading..."))')).waitFor();
    return this.hoverBox.innerText();
  }

  async completions(): Promise<string[]> {
    await pressFor(this.suggestions.locator(".monaco-list-row").first(), "Control+Space");
    return this.suggestions.locator(".monaco-list-row .label-name").allInnerTexts();
  }

  /** Takes this one once what was typed has left it on top. */
  async acceptCompletion(label: string): Promise<void> {
    const name = this.page.locator(".label-name", { hasText: exactly(label) });
    await this.suggestions.locator(".monaco-list-row.focused").filter({ has: name }).waitFor();
    await this.page.keyboard.press("Enter");
    await this.suggestions.waitFor({ state: "hidden" });
  }

  /** Opens the menu of quick fixes at the cursor. @returns its entries */
  async openActions(): Promise<string[]> {
    const titles = this.actions.locator(".monaco-list-row.action .title");
    await pressFor(titles.first(), "Control+.");
    return titles.allInnerTexts();
  }

  /** By the keyboard: in some versions the menu does not let the mouse through at first. */
  async chooseAction(title: string): Promise<void> {
    const focused = this.actions.locator(".monaco-list-row.action.focused .title");
    await until(async () => {
      if ((await focused.allInnerTexts()).includes(title)) return true;
      await this.page.keyboard.press("ArrowDown");
      return false;
    }, `the arrow key leads to "${title}"`);
    await this.page.keyboard.press("Enter");
    await this.actions.waitFor({ state: "hidden" });
  }

  async format(): Promise<void> {
    await this.quickInput.command("Format Document");
  }
}
