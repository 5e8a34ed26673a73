/** The line that a problem stands in, cut to what fits, with a run of carets under the place. */
import type { Range } from "../../core/problem.ts";
import { columnsOfText } from "../terminal/width.ts";
import { visible } from "../../core/text/visible.ts";

export interface Excerpt {
  readonly source: string;
  /** Blanks and carets; at least one caret. */
  readonly marker: string;
}

const CUT = "…";
const TAB = "    ";

/**
 * @param line offsets of the line in `text`
 * @param place what to mark; what lies outside the line is left out
 * @param columns how wide the excerpt may be
 */
export function excerpt(text: string, line: Range, place: Range, columns: number): Excerpt {
  const from = windowStart(text, line, place, columns);
  const end = Math.max(place.end, place.start + 1);
  let source = from > line.start ? CUT : "";
  let used = source.length;
  let marker = " ".repeat(used);
  let at = from;
  while (at < line.end) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const shown = character === "\t" ? TAB : visible(character);
    const width = columnsOfText(shown);
    const isLast = at + character.length >= line.end;
    if (used + width > columns - (isLast ? 0 : 1)) break;
    source += shown;
    used += width;
    if (at + character.length > place.start) marker += (at < end ? "^" : "").repeat(width);
    else marker += " ".repeat(width);
    at += character.length;
  }
  if (at < line.end) source += CUT;
  return { source, marker: marker.includes("^") ? marker : `${marker}^` };
}

/** The start of the line, if the place can be seen from there; otherwise some characters in front of the place. */
function windowStart(text: string, line: Range, place: Range, columns: number): number {
  const shownEnd = Math.min(place.end, line.end);
  if (shownEnd - line.start < columns && columnsIn(text, line.start, shownEnd) < columns - 1)
    return line.start;
  const before = Math.floor(columns / 3);
  if (place.start - line.start < columns && columnsIn(text, line.start, place.start) <= before)
    return line.start;
  let start = Math.max(line.start, place.start);
  for (let used = 0; start > line.start;) {
    const isPair = start - 2 >= line.start && (text.codePointAt(start - 2) ?? 0) > 0xffff;
    const previous = start - (isPair ? 2 : 1);
    used += columnsIn(text, previous, start);
    if (used > before) break;
    start = previous;
  }
  return start;
}

function columnsIn(text: string, start: number, end: number): number {
  return columnsOfText(visible(text.slice(start, end).replaceAll("\t", TAB)));
}
