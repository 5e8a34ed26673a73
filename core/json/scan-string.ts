import { bytesAt } from "./bytes.ts";
import { quoteBytes, quoteCharacter } from "./go-quote.ts";
import type { SyntaxKind, SyntaxProblem } from "./syntax.ts";
import { Flag } from "./tree.ts";

/** What `scanString` found besides the problems it reported. */
export interface ScannedString {
  readonly end: number;
  readonly flags: number;
}

/**
 * Reads a string in which something is out of the ordinary, in the order of protobuf-go's `parseString`.
 * A string that is not closed ends with its line (before a comma there), so that the rest can be read.
 * @param start offset of the opening quote
 */
export function scanString(
  text: string,
  start: number,
  hasRawBytes: boolean,
  problems: SyntaxProblem[],
): ScannedString {
  let flags: number = Flag.Unusual;
  const report = (kind: SyntaxKind, from: number, to: number, words: string | undefined): void => {
    flags |= Flag.Broken;
    problems.push({ kind, start: from, end: to, order: start, at: start, words, opened: start });
  };
  for (let i = start + 1; ;) {
    if (i >= text.length) {
      report("unclosed-string", start, text.length, undefined);
      return { end: text.length, flags: flags | Flag.Unclosed };
    }
    const unit = text.charCodeAt(i);
    if (unit === 0x22) return { end: i + 1, flags };
    if (unit > 0x7f) flags |= Flag.NonAscii;
    if (unit === 0x5c) {
      flags |= Flag.Escaped;
      i = scanEscape(text, i, hasRawBytes, report);
    } else if (unit === 0x0a || unit === 0x0d) {
      const end = endOfUnclosed(text, start, i);
      report("unclosed-string", start, end, `invalid character ${quoteCharacter(unit)} in string`);
      return { end, flags: flags | Flag.Unclosed };
    } else {
      if (unit < 0x20)
        report("control-character", i, i + 1, `invalid character ${quoteCharacter(unit)} in string`);
      else if (hasRawBytes && unit >= 0xdc80 && unit <= 0xdcff)
        report("invalid-utf8", i, i + 1, "invalid UTF-8 in string");
      i++;
    }
  }
}

/** A line's end with the comma that most likely belongs behind the missing quote. */
function endOfUnclosed(text: string, start: number, lineEnd: number): number {
  const comma = /,[ \t]*$/.exec(text.slice(start + 1, lineEnd));
  return comma ? start + 1 + comma.index : lineEnd;
}

type Report = (kind: SyntaxKind, from: number, to: number, words: string | undefined) => void;

/** @returns offset behind the escape, or behind what a person should look at */
function scanEscape(text: string, at: number, hasRawBytes: boolean, report: Report): number {
  const next = text[at + 1];
  // The caller says that the text ends inside the string.
  if (next === undefined) return text.length;
  if (next !== "u") {
    if ('"\\/bfnrt'.includes(next)) return at + 2;
    const bytes = bytesAt(text, at, 2, hasRawBytes);
    report("bad-escape", at, at + 2, `invalid escape code ${quoteBytes(bytes)} in string`);
    return next === "\n" || next === "\r" ? at + 1 : at + 2;
  }
  const unit = hexUnit(text, at);
  if (unit === undefined) {
    reportBadUnicode(text, at, at, hasRawBytes, report);
    return at + 2;
  }
  if (unit < 0xd800 || unit > 0xdfff) return at + 6;
  // A surrogate needs its second half at once; LiveKit quotes what stands there instead.
  const second = hexUnit(text, at + 6);
  if (unit < 0xdc00 && second !== undefined && second >= 0xdc00 && second <= 0xdfff) return at + 12;
  reportBadUnicode(text, at, at + 6, hasRawBytes, report);
  return at + 6;
}

function reportBadUnicode(
  text: string,
  at: number,
  quoted: number,
  hasRawBytes: boolean,
  report: Report,
): void {
  const bytes = bytesAt(text, quoted, 6, hasRawBytes);
  const words = bytes.length < 6 ? undefined : `invalid escape code ${quoteBytes(bytes)} in string`;
  const inEscape = /^\\u[0-9a-fA-F]{0,4}/.exec(text.slice(at, at + 6));
  report("bad-escape", at, at + (inEscape?.[0].length ?? 2), words);
}

function hexUnit(text: string, at: number): number | undefined {
  const match = /^\\u([0-9a-fA-F]{4})$/.exec(text.slice(at, at + 6));
  return match ? parseInt(match[1]!, 16) : undefined;
}
