/** Many fixes as one edit. */
import type { Edit, Problem } from "../core/problem.ts";

/**
 * The best fix of each problem where that is safe. Of two that touch the same characters only the first is
 * taken: the problem of the other is found again afterwards, if it is still there.
 *
 * @returns edits in document order, not overlapping
 */
export function safeEdits(problems: readonly Problem[]): Edit[] {
  const taken: Edit[] = [];
  for (const { fixes } of problems) {
    const [fix] = fixes;
    if (!fix?.isSafe || fix.edits.some((edit) => collides(taken, edit))) continue;
    for (const edit of fix.edits) taken.splice(placeOf(taken, edit), 0, edit);
  }
  return taken;
}

/** Two insertions at one place collide too: nobody has chosen their order. */
function collides(taken: readonly Edit[], { start, end }: Edit): boolean {
  for (let index = firstReaching(taken, start); index < taken.length; index++) {
    const other = taken[index]!;
    if (other.start > end) return false;
    if ((other.start < end && start < other.end) || (other.start === start && other.end === end)) return true;
  }
  return false;
}

function placeOf(taken: readonly Edit[], { start, end }: Edit): number {
  let place = firstReaching(taken, start);
  while (place < taken.length && (taken[place]!.start < start || taken[place]!.end < end)) place++;
  return place;
}

/** Index of the first edit that ends at `offset` or behind it. They do not overlap, so their ends ascend too. */
function firstReaching(taken: readonly Edit[], offset: number): number {
  let low = 0;
  let high = taken.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (taken[middle]!.end < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
