/** Rules and projects as messages, questions and buttons name them. Imports no editor. */
import { messageText } from "../live/safe-text.ts";
import type { ProjectEntry } from "../projects/project-entry.ts";

/** `"Bookings" (SDR_…)`, or the id alone. */
export function ruleTitle({ id, name }: { readonly id: string; readonly name: string }): string {
  return name === "" ? messageText(id) : `"${messageText(name)}" (${messageText(id)})`;
}

/** `project "Demo" (demo.localhost)`: always both, because the wrong project is what people fear. */
export function projectTitle({ name, host }: ProjectEntry): string {
  return `project "${messageText(name)}" (${messageText(host)})`;
}

/** `1 rule`, `3 rules` */
export function count(number: number, word: string): string {
  return `${number.toLocaleString("en")} ${word}${number === 1 ? "" : "s"}`;
}

/** The first lines, and how many more there are. */
export function firstLines(lines: readonly string[], most: number): readonly string[] {
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), `… and ${lines.length - most + 1} more`];
}
