/** Texts that are not converted because it is not certain what they say. */
import type { JsonTree } from "../../json/tree.ts";
import { refuse, type Conversion } from "./conversion.ts";

const ADVICE = ": mend that first, then convert.";

/** The same reason for those who send or compare a rule, and have not asked for a conversion. */
export function withoutConverting(reason: string): string {
  return reason.endsWith(ADVICE) ? `${reason.slice(0, -ADVICE.length)}.` : reason;
}

/**
 * Why a text cannot be converted, or `undefined`. Where it is no JSON the reader has guessed how it goes on, and
 * what it skipped would be lost. A byte order mark in front hides nothing; the result goes without.
 */
export function unreadable(tree: JsonTree): Conversion | undefined {
  const problem = tree.problems[0];
  if (!problem || (problem.kind === "byte-order-mark" && isOnlyMark(tree))) return undefined;
  const { line, column } = editorPosition(tree.text, problem.start);
  const what = problem.kind.replaceAll("-", " ");
  return refuse(`Line ${line}, column ${column} is no JSON (${what})${ADVICE}`, {
    start: problem.start,
    end: problem.end,
  });
}

function isOnlyMark(tree: JsonTree): boolean {
  return tree.problems.length === 1 && /^\ufeff[ \t\r\n]*$/.test(tree.text.slice(0, tree.start(0)));
}

/** Line and column from 1 as editors count them. */
function editorPosition(text: string, offset: number): { line: number; column: number } {
  let line = 1;
  let lineStart = 0;
  for (const { 0: lineBreak, index } of text.slice(0, offset).matchAll(/\r\n|\n|\r/g)) {
    line++;
    lineStart = index + lineBreak.length;
  }
  return { line, column: offset - lineStart + 1 };
}
