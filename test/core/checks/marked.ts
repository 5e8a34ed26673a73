/** Examples with marked ranges, and what is found in a text. */
import { checkDocument, type Levels } from "../../../core/check-document.ts";
import { readRuleDocument, type RuleDocument } from "../../../core/document.ts";
import type { Problem, Range } from "../../../core/problem.ts";
import type { Target } from "../../../core/rules/targets.ts";

export interface Marked {
  readonly text: string;
  readonly ranges: readonly Range[];
}

/** Takes `⟦` and `⟧` out of a text and says where they stood. */
export function unmarked(marked: string): Marked {
  const ranges: Range[] = [];
  let text = "";
  let start = -1;
  for (const part of marked.split(/([⟦⟧])/)) {
    if (part === "⟦") start = text.length;
    else if (part === "⟧") ranges.push({ start, end: text.length });
    else text += part;
  }
  return { text, ranges };
}

/** Puts marks around ranges, so that a failing comparison can be read. */
export function withMarks(text: string, ranges: readonly Range[]): string {
  const marks = ranges.flatMap(({ start, end }, index) => [
    { at: start, order: index * 2, mark: "⟦" },
    { at: end, order: index * 2 + 1, mark: "⟧" },
  ]);
  let out = text;
  for (const { at, mark } of marks.sort((a, b) => b.at - a.at || b.order - a.order))
    out = out.slice(0, at) + mark + out.slice(at);
  return out;
}

/** As the command line reads a file: a lone U+DC80 to U+DCFF stands for a byte that is no UTF-8. */
export function documentOf(text: string, target: Target = "auto"): RuleDocument {
  return readRuleDocument(text, target, /(?<![\ud800-\udbff])[\udc80-\udcff]/.test(text));
}

export function problemsIn(text: string, target: Target = "auto", levels?: Levels): Problem[] {
  return checkDocument(documentOf(text, target), levels);
}

export function problemsOf(code: string, text: string, target: Target = "auto"): Problem[] {
  return problemsIn(text, target).filter((problem) => problem.code === code);
}
