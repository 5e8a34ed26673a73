/** `--fix`: applies what may be applied without asking, until nothing of the kind is left. */
import { applyEdits } from "../../core/fixes.ts";
import type { Fix, Problem } from "../../core/problem.ts";
import { checkText, type Judging } from "./check-text.ts";

/** A fix may uncover another problem. Fixes that undo each other would go on for ever. */
const MOST_ROUNDS = 50;

export interface Fixed {
  readonly text: string;
  /** How often each fix was applied, by its title. */
  readonly applied: ReadonlyMap<string, number>;
}

/** @param problems those of `text` */
export function applySafeFixes(text: string, problems: readonly Problem[], judging: Judging): Fixed {
  const applied = new Map<string, number>();
  let current = text;
  let left = problems;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const fixes = compatibleFixes(left);
    if (fixes.length === 0) break;
    const edits = fixes.flatMap((fix) => fix.edits);
    const next = applyEdits(current, edits);
    if (next === current) break;
    for (const { title } of fixes) applied.set(title, (applied.get(title) ?? 0) + 1);
    current = next;
    left = checkText({ text: current, hasRawBytes: false }, judging).problems;
  }
  return { text: current, applied };
}

export function safeFixOf(problem: Problem): Fix | undefined {
  return problem.fixes.find(({ isSafe }) => isSafe);
}

/** The safe fixes that do not meet; those left out have their turn in the next round. */
function compatibleFixes(problems: readonly Problem[]): Fix[] {
  const fixes: Fix[] = [];
  let reached = -1;
  for (const problem of problems) {
    const fix = safeFixOf(problem);
    if (!fix || fix.edits.length === 0) continue;
    const first = Math.min(...fix.edits.map(({ start }) => start));
    const last = Math.max(...fix.edits.map(({ end }) => end));
    if (first <= reached) continue;
    reached = last;
    fixes.push(fix);
  }
  return fixes;
}
