/** What comes out for one file, and for all. */
import type { RuleDocument } from "../../core/document.ts";
import type { Problem, Severity } from "../../core/problem.ts";
import { visible } from "../../core/text/visible.ts";
import { Lines } from "./lines.ts";

export interface CheckedFile {
  /** As it is shown. */
  readonly path: string;
  readonly document: RuleDocument;
  readonly problems: readonly Problem[];
  readonly lines: Lines;
}

export interface UnreadableFile {
  readonly path: string;
  /** Half a sentence: `permission denied`. */
  readonly reason: string;
}

export type Counts = Readonly<Record<Severity, number>>;

export class Summary {
  files = 0;
  /** Files that could not be read, or not be checked because of their configuration. */
  unreadable = 0;
  /** The configurations that could not be understood, with the number of files that were not checked for it. */
  readonly #configurations = new Map<string, number>();
  readonly counts: Record<Severity, number> = { error: 0, warning: 0, info: 0, hint: 0 };

  add(problems: readonly Problem[]): void {
    this.files++;
    for (const { severity } of problems) this.counts[severity]++;
  }

  /** @returns whether it is the first file that is not checked because of this configuration */
  addUnchecked(configuration: string): boolean {
    this.unreadable++;
    const before = this.#configurations.get(configuration) ?? 0;
    this.#configurations.set(configuration, before + 1);
    return before === 0;
  }

  /** `3 files checked: 2 errors, 1 warning` */
  toString(): string {
    const { error, warning, info, hint } = this.counts;
    const found = [count(error, "error"), count(warning, "warning"), `${info} info`, count(hint, "hint")];
    const problems = found.filter((text) => !text.startsWith("0 ")).join(", ") || "no problems";
    const unchecked = [...this.#configurations].map(
      ([path, files]) => `; ${count(files, "file")} not checked, because ${visible(path)} has mistakes`,
    );
    const rest = this.unreadable - [...this.#configurations.values()].reduce((sum, files) => sum + files, 0);
    const unreadable = rest > 0 ? `; ${count(rest, "file")} could not be read` : "";
    const checked = `${count(this.files, "file")} checked${this.files > 0 ? `: ${problems}` : ""}`;
    return checked + unreadable + unchecked.join("");
  }
}

export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
