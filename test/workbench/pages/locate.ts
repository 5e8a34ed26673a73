/** Small things that every page object needs. */
import type { Locator, Page } from "playwright-core";

const PATIENCE_MS = 20_000;

/** A pattern for exactly this text, whatever blanks VS Code puts around it. */
export function exactly(text: string): RegExp {
  return new RegExp(`^\\s*${text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}\\s*$`);
}

/** The row of a list that has this label. */
export function rowLabelled(page: Page, rows: Locator, label: string): Locator {
  const labels = page.locator(".label-name, .monaco-highlighted-label");
  return rows.filter({ has: labels.filter({ hasText: exactly(label) }) }).first();
}

/** Waits until something holds for which there is no locator. @param what is said where it never does */
export async function until(holds: () => Promise<boolean>, what: string): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`After ${PATIENCE_MS} ms it is not so that ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** Whether it comes within the time that it takes to answer. */
export function isThere(target: Locator): Promise<boolean> {
  return target.waitFor({ timeout: 2000 }).then(
    () => true,
    () => false,
  );
}

/**
 * Presses keys until this is there: a window that has just come up may not listen to them yet, and what is asked for
 * while VS Code is still thinking about the last change is forgotten.
 */
export async function pressFor(target: Locator, keys: string): Promise<void> {
  await until(async () => {
    await target.page().keyboard.press(keys);
    return isThere(target);
  }, `${keys} opens anything`);
}

/** The key that goes with letters for commands: Command on a Mac, Control elsewhere. */
export const COMMAND_KEY = process.platform === "darwin" ? "Meta" : "Control";
