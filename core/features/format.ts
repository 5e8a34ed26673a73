/**
 * Formatting of a whole document, of a part of it, and of what was pasted, through `jsonc-parser`. Only white space
 * between tokens changes. A broken file is formatted as far as its tokens can be told apart.
 */
import { createScanner, format, type FormattingOptions } from "jsonc-parser";
import type { Edit, Range } from "../problem.ts";
import { firstLineBreak } from "../rules/convert/lines.ts";
import { skipBlankBack } from "../json/blank.ts";
import { insideText } from "./node-around.ts";

export interface Layout {
  /** Spaces for a level, or how wide a tab is shown. */
  readonly tabSize: number;
  readonly insertSpaces: boolean;
  /** Left out: the text keeps the final line break that it has, or has not. */
  readonly insertFinalNewline?: boolean;
  /** Leaves line breaks where they are, and straightens the lines. */
  readonly keepLines?: boolean;
}

/** White space beyond this is not written: only a file of nothing but brackets asks for so much. */
const MOST_BLANKS = 4 * 1024 * 1024;
const WIDEST_TAB = 16;
/** `ScanError.UnexpectedEndOfString` of `jsonc-parser`, whose enum its types do not let us import. */
const UNEXPECTED_END_OF_STRING = 2;

/** Edits in document order. Line breaks are those that the text begins with, LF where it has none. */
export function formatDocument(text: string, layout: Layout): readonly Edit[] {
  const lastToken = skipBlankBack(text, text.length);
  if (lastToken === 0) return [];
  const hasFinalNewline = /[\r\n]/.test(text.slice(lastToken));
  const hasOne = layout.insertFinalNewline ?? hasFinalNewline;
  const end = hasOne ? (firstLineBreak(text, 0, text.length) ?? "\n") : "";
  // Where lines are kept, jsonc-parser would indent an empty last one in a file that is not closed.
  return edits(text, undefined, layout, hasOne)
    .map((edit) => (edit.end === text.length ? { ...edit, newText: end } : edit))
    .filter(({ start, end: to, newText }) => text.slice(start, to) !== newText);
}

/** The lines of a range, indented from where the first of them begins; so also what was pasted. */
export function formatRange(text: string, range: Range, layout: Layout): readonly Edit[] {
  const { start, end } = insideText(text, range);
  // The final line break is no part of any line.
  const last = Math.min(end, skipBlankBack(text, text.length));
  return start < last ? edits(text, { start, end: last }, layout, false) : [];
}

function edits(
  text: string,
  range: Range | undefined,
  layout: Layout,
  insertFinalNewline: boolean,
): readonly Edit[] {
  const options: FormattingOptions = {
    // Half a space or none is what a client sends that knows no better.
    tabSize: Math.min(Math.max(Math.trunc(layout.tabSize) || 2, 1), WIDEST_TAB),
    insertSpaces: layout.insertSpaces,
    insertFinalNewline,
    keepLines: layout.keepLines ?? false,
    eol: "\n",
  };
  const { blanks, unclosed } = survey(text, options);
  if (blanks > MOST_BLANKS) return [];
  const part = range && { offset: range.start, length: range.end - range.start };
  return format(text, part, options)
    .map(({ offset, length, content }) => ({ start: offset, end: offset + length, newText: content }))
    .filter((edit) => !unclosed.has(edit.start) && !joins(text, edit));
}

/** Whether an edit puts a string and what follows it into one line because the comma between them is missing. */
function joins(text: string, { start, end, newText }: Edit): boolean {
  return newText === "" && text[start - 1] === '"' && end < text.length && !":,]}".includes(text[end] ?? "");
}

/**
 * At most how much white space the formatted text has at the start of its lines; and where strings end that have
 * no closing quote: with the line break behind it gone, such a string would take in the next line's first quote.
 */
function survey(
  text: string,
  { tabSize = 2, insertSpaces }: FormattingOptions,
): { blanks: number; unclosed: ReadonlySet<number> } {
  const scanner = createScanner(text, true);
  const width = insertSpaces ? tabSize : 1;
  const unclosed = new Set<number>();
  let level = 0;
  let blanks = 0;
  for (scanner.scan(); scanner.getTokenLength() > 0; scanner.scan()) {
    const start = scanner.getTokenOffset();
    const first = text[start] ?? "";
    if (first === '"') {
      const end = start + scanner.getTokenLength();
      if (scanner.getTokenError() === UNEXPECTED_END_OF_STRING) unclosed.add(end);
    } else if ("{[".includes(first)) level++;
    else if ("}]".includes(first)) level--;
    if ("{[}],".includes(first)) blanks += Math.max(level, 0) * width;
  }
  return { blanks, unclosed };
}
