/** From a place in the text to what stands there. */
import { NONE, type JsonTree, type Node } from "./tree.ts";
import type { SyntaxProblem } from "./syntax.ts";
import { skipBlankBack } from "./blank.ts";

/** The last node that starts at or before an offset, or `NONE`. Nodes stand in document order. */
export function nodeBefore(tree: JsonTree, offset: number): Node {
  let low = 0;
  let high = tree.size;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tree.start(middle) <= offset) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? NONE : low - 1;
}

/** Where what stands in front of a problem ends, white space and comments left out. */
export function endBefore(tree: JsonTree, problem: SyntaxProblem): number {
  let end = skipBlankBack(tree.text, problem.start);
  for (let i = problemIndex(tree, problem) - 1; i >= 0; i--) {
    const before = tree.problems[i]!;
    if (before.kind !== "comment" || skipBlankBack(tree.text, before.end) !== end) break;
    end = skipBlankBack(tree.text, before.start);
  }
  return end;
}

function problemIndex(tree: JsonTree, problem: SyntaxProblem): number {
  let low = 0;
  let high = tree.problems.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tree.problems[middle]!.order < problem.order) low = middle + 1;
    else high = middle;
  }
  return low;
}
