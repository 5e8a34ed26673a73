/** LiveKit's view at the side: projects, rules, trunks and rule files. */
import type { Locator, Page } from "playwright-core";
import { until } from "./locate.ts";
import type { QuickInput } from "./quick-input.ts";

/** In this time a key has moved the focus, or never will. */
const STEP_MS = 2000;

export class Sidebar {
  readonly rows: Locator;
  readonly #focused: Locator;

  constructor(
    private readonly page: Page,
    private readonly quickInput: QuickInput,
  ) {
    this.rows = page.locator('.sidebar .monaco-list-row[role="treeitem"]');
    this.#focused = this.rows.and(page.locator(".focused"));
  }

  /** By the keyboard, and without an account. */
  async openDemo(): Promise<void> {
    await this.quickInput.command("LiveKit Dispatch Rule: Open Demo Project");
    await this.rule("Bookings").waitFor();
  }

  /** By the keyboard: adds a project, which is the active one then. The name must be new. */
  async addProject({
    name,
    url,
    apiKey,
    apiSecret,
  }: Readonly<Record<"name" | "url" | "apiKey" | "apiSecret", string>>) {
    await this.quickInput.command("LiveKit Dispatch Rule: Add Project…");
    for (const [question, answer] of [
      ["What should the project be called", name],
      ["The address of its LiveKit server", url],
      ["Its API key", apiKey],
      ["Its API secret", apiSecret],
    ] as const) {
      await this.quickInput.message.filter({ hasText: question }).waitFor();
      await this.page.keyboard.type(answer);
      await this.page.keyboard.press("Enter");
    }
    await this.quickInput.widget.waitFor({ state: "hidden" });
    await this.quickInput.command("LiveKit SIP: Focus on Projects View");
    await this.row(`Project ${name},`).waitFor();
  }

  /** What a screen reader says of a row begins like this. */
  row(spoken: string): Locator {
    return this.page.locator(`.sidebar .monaco-list-row[role="treeitem"][aria-label^="${spoken}"]`);
  }

  rule(name: string): Locator {
    return this.row(`Dispatch rule ${name},`);
  }

  /** What screen readers say of the rules, in their order. */
  async rules(): Promise<string[]> {
    const labels = await this.rows.evaluateAll(
      (elements: readonly { getAttribute(name: string): string | null }[]) =>
        elements.map((element) => element.getAttribute("aria-label") ?? ""),
    );
    return labels.filter((label) => label.startsWith("Dispatch rule "));
  }

  /** Puts the focus on the row of a rule, as the arrow keys do. */
  async focusRule(name: string): Promise<void> {
    await this.quickInput.command("LiveKit SIP: Focus on Projects View");
    await this.page.locator(".sidebar .monaco-list:focus-within").first().waitFor();
    await this.page.keyboard.press("Home");
    await until(async () => {
      const label = await this.#focusedRow();
      if (label.startsWith(`Dispatch rule ${name},`)) return true;
      await this.page.keyboard.press("ArrowDown");
      // A row later is a row too far; where nothing moves, it is the last one.
      const end = Date.now() + STEP_MS;
      while ((await this.#focusedRow()) === label)
        if (Date.now() > end) {
          await this.page.keyboard.press("Home");
          break;
        }
      return false;
    }, `the arrow keys lead to "${name}"`);
  }

  /** What a screen reader says of the row that has the focus. */
  async #focusedRow(): Promise<string> {
    const [label = ""] = await this.#focused.evaluateAll(
      (elements: readonly { getAttribute(name: string): string | null }[]) =>
        elements.map((element) => element.getAttribute("aria-label") ?? ""),
    );
    return label;
  }
}
