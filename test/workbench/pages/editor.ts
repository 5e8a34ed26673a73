/** The text editor that has the focus. */
import type { Locator, Page } from "playwright-core";
import { COMMAND_KEY, exactly } from "./locate.ts";
import type { QuickInput } from "./quick-input.ts";

export type SquiggleKind = "error" | "warning" | "info" | "hint";

export class Editor {
  readonly area: Locator;
  readonly hoverBox: Locator;
  readonly suggestions: Locator;
  /** The menu of quick fixes and refactorings. */
  readonly actions: Locator;

  constructor(
    private readonly page: Page,
    private readonly quickInput: QuickInput,
  ) {
    this.area = page.locator('.editor-group-container.active .monaco-editor[role="code"]').first();
    this.hoverBox = page.locator(".monaco-editor .monaco-hover:not(.hidden) .monaco-hover-content").first();
    this.suggestions = page.locator(".suggest-widget.visible");
    this.actions = page.locator(".action-widget").first();
  }

  async open(file: string): Promise<void> {
    await this.quickInput.openFile(file);
    await this.tab(file.split("/").at(-1) ?? file).waitFor();
    await this.area.locator(".view-line").first().waitFor();
  }

  /** The active tab, if it shows this. */
  tab(title: string): Locator {
    return this.page.locator(".tab.active", { hasText: title });
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
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text, { delay: 5 });
  }

  /** Puts this in the place of the whole text, as one would by hand: nothing is closed or indented by itself. */
  async replaceAll(text: string): Promise<void> {
    await this.area.click();
    await this.page.keyboard.press(`${COMMAND_KEY}+A`);
    await this.page.keyboard.insertText(text);
  }

  /** The tab loses its mark when saving starts, not when it ends: look into the file for that. */
  async save(): Promise<void> {
    await this.page.keyboard.press(`${COMMAND_KEY}+S`);
    await this.page.locator(".tab.active.dirty").waitFor({ state: "detached" });
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
    await this.token(text).hover();
    // Each provider fills in its part when it answers.
    await this.hoverBox.and(this.page.locator(':not(:has-text("Loading..."))')).waitFor();
    return this.hoverBox.innerText();
  }

  async completions(): Promise<string[]> {
    await this.page.keyboard.press("Control+Space");
    await this.suggestions.locator(".monaco-list-row").first().waitFor();
    return this.suggestions.locator(".monaco-list-row .label-name").allInnerTexts();
  }

  async acceptCompletion(label: string): Promise<void> {
    const name = this.page.locator(".label-name", { hasText: exactly(label) });
    await this.suggestions.locator(".monaco-list-row").filter({ has: name }).first().click();
  }

  /** Opens the menu of quick fixes at the cursor. @returns its entries */
  async openActions(): Promise<string[]> {
    await this.page.keyboard.press("Control+.");
    const titles = this.actions.locator(".monaco-list-row.action .title");
    await titles.first().waitFor();
    return titles.allInnerTexts();
  }

  /** By the keyboard: in some versions the menu does not let the mouse through at first. */
  async chooseAction(title: string): Promise<void> {
    const titles = await this.actions.locator(".monaco-list-row.action .title").allInnerTexts();
    for (let place = titles.indexOf(title); place > 0; place--) await this.page.keyboard.press("ArrowDown");
    await this.page.keyboard.press("Enter");
    await this.actions.waitFor({ state: "hidden" });
  }

  async format(): Promise<void> {
    await this.quickInput.command("Format Document");
  }
}
