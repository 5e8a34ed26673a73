/** What can be folded: objects and arrays over several lines, and comments, which a broken file may have. */
import type { RuleDocument } from "../document.ts";
import { innerEnd } from "../fixes.ts";
import { Flag, type JsonTree, type Node } from "../json/tree.ts";
import type { Range } from "../problem.ts";
import { firstLineBreak } from "../rules/convert/lines.ts";
import { skipBlankBack } from "../json/blank.ts";

/** The lines behind that of `start`, down to that of `end`, disappear. */
export interface FoldingRange extends Range {
  readonly kind: "value" | "comment";
}

/** In document order, at most one for each line, which is the outermost that begins there. */
export function foldingRanges({ tree }: RuleDocument): readonly FoldingRange[] {
  const comments = tree.problems.filter(({ kind }) => kind === "comment");
  const candidates = [...containers(tree), ...comments.map((range) => asFolding(range, "comment"))];
  candidates.sort((a, b) => a.start - b.start || b.end - a.end);
  const found: FoldingRange[] = [];
  const lineEnd = lineEnds(tree.text);
  let firstOnNextLine = 0;
  for (const range of candidates) {
    const end = lineEnd(range.start);
    if (range.start < firstOnNextLine || end >= range.end) continue;
    found.push(range);
    firstOnNextLine = end;
  }
  return found;
}

function asFolding({ start, end }: Range, kind: FoldingRange["kind"]): FoldingRange {
  return { start, end, kind };
}

/** Finds the line break behind an offset, for offsets that do not decrease: the text is looked through once. */
function lineEnds(text: string): (offset: number) => number {
  const breaks = /[\r\n]/g;
  let found = -1;
  return (offset) => {
    if (found >= offset) return found;
    breaks.lastIndex = offset;
    found = breaks.exec(text)?.index ?? Infinity;
    return found;
  };
}

function* containers(tree: JsonTree): Generator<FoldingRange> {
  let unclosed: Range = { start: 0, end: 0 };
  for (let node = 0; node < tree.size; node++) {
    if (!tree.isContainer(node)) continue;
    const start = tree.start(node);
    const end = tree.end(node);
    if (!tree.has(node, Flag.Unclosed)) yield { start, end: contentEnd(tree, node), kind: "value" };
    else {
      // Many can be left open at one place.
      if (unclosed.end !== end) unclosed = { start: skipBlankBack(tree.text, end), end };
      yield { start, end: unclosed.start, kind: "value" };
    }
  }
}

/**
 * A bracket that begins a line stays in sight, as does what follows it there. One that stands behind the last
 * member goes with it.
 */
function contentEnd(tree: JsonTree, node: Node): number {
  const bracket = innerEnd(tree, node);
  const end = skipBlankBack(tree.text, bracket);
  return firstLineBreak(tree.text, end, bracket) === undefined ? tree.end(node) : end;
}
