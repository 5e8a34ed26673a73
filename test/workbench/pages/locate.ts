/** Small things that every page object needs. */
import type { Locator, Page } from "playwright-core";

/** A pattern for exactly this text, whatever blanks VS Code puts around it. */
export function exactly(text: string): RegExp {
  return new RegExp(`^\\s*${text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}\\s*$`);
}

/** The row of a list that has this label. */
export function rowLabelled(page: Page, rows: Locator, label: string): Locator {
  const labels = page.locator(".label-name, .monaco-highlighted-label");
  return rows.filter({ has: labels.filter({ hasText: exactly(label) }) }).first();
}

/** The key that goes with letters for commands: Command on a Mac, Control elsewhere. */
export const COMMAND_KEY = process.platform === "darwin" ? "Meta" : "Control";
