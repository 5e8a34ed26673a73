/** What comes out for one file, and for all. */
import type { RuleDocument } from "../../core/document.ts";
import type { Problem, Severity } from "../../core/problem.ts";
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
  unreadable = 0;
  readonly counts: Record<Severity, number> = { error: 0, warning: 0, info: 0, hint: 0 };

  add(problems: readonly Problem[]): void {
    this.files++;
    for (const { severity } of problems) this.counts[severity]++;
  }

  /** `3 files checked: 2 errors, 1 warning` */
  toString(): string {
    const { error, warning, info, hint } = this.counts;
    const found = [
      count(error, "error"),
      count(warning, "warning"),
      count(info, "note"),
      count(hint, "hint"),
    ];
    const problems = found.filter((text) => !text.startsWith("0 ")).join(", ") || "no problems";
    const unreadable = this.unreadable > 0 ? `; ${count(this.unreadable, "file")} could not be read` : "";
    return `${count(this.files, "file")} checked${this.files > 0 ? `: ${problems}` : ""}${unreadable}`;
  }
}

export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
