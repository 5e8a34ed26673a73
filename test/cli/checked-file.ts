/** A file with problems made up for a test of a format: whatever the checks say, the formats write the same. */
import type { CheckedFile } from "../../cli/check/outcome.ts";
import { Lines } from "../../cli/check/lines.ts";
import { readRuleDocument } from "../../core/document.ts";
import type { Problem, Range } from "../../core/problem.ts";

/** Where a part of the text stands, for the first time. */
export function placeOf(text: string, part: string): Range {
  const start = text.indexOf(part);
  return { start, end: start + part.length };
}

export function problem(range: Range, more: Partial<Problem> = {}): Problem {
  return {
    code: "made-up",
    severity: "warning",
    message: "Something is odd.",
    livekit: undefined,
    ...range,
    fixes: [],
    related: [],
    tags: [],
    ...more,
  };
}

export function checkedFile(path: string, text: string, problems: readonly Problem[]): CheckedFile {
  return { path, document: readRuleDocument(text), problems, lines: new Lines(text) };
}
