/**
 * Lines and their indentation. A JSON string never spans lines, so a line can be moved without touching what a
 * document says. Line breaks are CRLF, LF and CR, as editors count them.
 */
import type { Edit, Range } from "../../problem.ts";

/** The first line break between two offsets, or `undefined`. */
export function firstLineBreak(text: string, start: number, end: number): string | undefined {
  for (let i = start; i < end; i++) if (isBreak(text, i)) return breakAt(text, i);
  return undefined;
}

/** The last line break between two offsets, or `undefined`. */
export function lastLineBreak(text: string, start: number, end: number): string | undefined {
  for (let i = end - 1; i >= start; i--) {
    if (text[i] === "\n" && text[i - 1] === "\r" && i > start) return "\r\n";
    if (isBreak(text, i)) return text[i];
  }
  return undefined;
}

/** Whether nothing but blanks stands in front of an offset in its line. */
export function startsLine(text: string, offset: number): boolean {
  let i = offset;
  while (i > 0 && isBlank(text, i - 1)) i--;
  return i === 0 || isBreak(text, i - 1) || isMark(text, i - 1);
}

/** The blanks at the start of the line in which an offset stands. */
export function indentation(text: string, offset: number): string {
  let start = offset;
  while (start > 0 && !isBreak(text, start - 1) && !isMark(text, start - 1)) start--;
  return text.slice(start, endOfBlanks(text, start));
}

/** What the longer of two indentations adds to the other. */
export function addedIndentation(longer: string, base: string): string {
  return longer.slice(commonLength(longer, base));
}

/** Puts `unit` behind `base` at the start of every line that begins in the range; empty lines stay empty. */
export function indentLines(text: string, range: Range, base: string, unit: string): Edit[] {
  const edits: Edit[] = [];
  if (unit === "") return edits;
  for (const { start, blanks } of linesIn(text, range)) {
    const at = start + commonLength(blanks, base);
    edits.push({ start: at, end: at, newText: unit });
  }
  return edits;
}

/** Takes `unit`, or what of it is there, from behind `base` at the start of every line that begins in the range. */
export function dedentLines(text: string, range: Range, base: string, unit: string): Edit[] {
  const edits: Edit[] = [];
  if (unit === "") return edits;
  for (const { start, blanks } of linesIn(text, range)) {
    const skipped = commonLength(blanks, base);
    const length = commonLength(blanks.slice(skipped), unit);
    if (length > 0) edits.push({ start: start + skipped, end: start + skipped + length, newText: "" });
  }
  return edits;
}

/** The lines that begin in a range and hold something, each with its indentation. */
function* linesIn(text: string, { start, end }: Range): Generator<{ start: number; blanks: string }> {
  for (let i = start; i < end; i++) {
    if (!isBreak(text, i)) continue;
    i += breakAt(text, i).length - 1;
    const behind = endOfBlanks(text, i + 1);
    if (behind < end && !isBreak(text, behind)) yield { start: i + 1, blanks: text.slice(i + 1, behind) };
  }
}

function commonLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

function endOfBlanks(text: string, start: number): number {
  let end = start;
  while (end < text.length && isBlank(text, end)) end++;
  return end;
}

function breakAt(text: string, offset: number): string {
  return text.startsWith("\r\n", offset) ? "\r\n" : text[offset]!;
}

function isBreak(text: string, offset: number): boolean {
  const unit = text.charCodeAt(offset);
  return unit === 0x0a || unit === 0x0d;
}

function isBlank(text: string, offset: number): boolean {
  const unit = text.charCodeAt(offset);
  return unit === 0x20 || unit === 0x09;
}

/** A byte order mark, which may stand in front of the first line. */
function isMark(text: string, offset: number): boolean {
  return offset === 0 && text.charCodeAt(0) === 0xfeff;
}
