/** Numbers and words as protobuf-go's JSON reader takes them (internal/encoding/json). */

/** What may not follow a number or a word: `[-+._a-zA-Z0-9]`. */
export function isWordCharacter(unit: number): boolean {
  return (
    (unit >= 0x61 && unit <= 0x7a) ||
    (unit >= 0x41 && unit <= 0x5a) ||
    (unit >= 0x30 && unit <= 0x39) ||
    unit === 0x2d ||
    unit === 0x2b ||
    unit === 0x2e ||
    unit === 0x5f
  );
}

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;

/** End of the number at `start`, or -1 if it is none. `1e` before a delimiter is one (decode_number.go). */
export function scanNumber(text: string, start: number): number {
  let i = start;
  if (text.charCodeAt(i) === 0x2d) i++;
  if (text.charCodeAt(i) === 0x30) i++;
  else if (isDigit(text.charCodeAt(i))) while (isDigit(text.charCodeAt(i))) i++;
  else return -1;
  if (text.charCodeAt(i) === 0x2e && isDigit(text.charCodeAt(i + 1))) {
    i += 2;
    while (isDigit(text.charCodeAt(i))) i++;
  }
  if (i + 1 < text.length && (text.charCodeAt(i) | 0x20) === 0x65) {
    i++;
    if (text.charCodeAt(i) === 0x2b || text.charCodeAt(i) === 0x2d) {
      i++;
      if (i >= text.length) return -1;
    }
    while (isDigit(text.charCodeAt(i))) i++;
  }
  return i < text.length && isWordCharacter(text.charCodeAt(i)) ? -1 : i;
}

/** Whether Go's encoding/json refuses a number that protobuf-go reads: its exponent has no digits. */
export function hasBareExponent(text: string, end: number): boolean {
  return !isDigit(text.charCodeAt(end - 1));
}

/** End of the word `literal` at `start`, or -1 if something else stands there. */
export function scanLiteral(text: string, start: number, literal: string): number {
  if (!text.startsWith(literal, start)) return -1;
  const end = start + literal.length;
  return end < text.length && isWordCharacter(text.charCodeAt(end)) ? -1 : end;
}

/** End of the run of word characters at `start`. */
export function scanWord(text: string, start: number): number {
  let i = start;
  while (i < text.length && isWordCharacter(text.charCodeAt(i))) i++;
  return i;
}

/** End of whatever stands at `start` up to white space or a character with a meaning in JSON. */
export function scanJunk(text: string, start: number): number {
  let i = start + 1;
  while (i < text.length && !/[\s,:[\]{}"]/.test(text[i]!)) i++;
  return i;
}

/** End of the comment at `start`, or -1 if there is none. */
export function scanComment(text: string, start: number): number {
  if (text.startsWith("//", start)) {
    const end = text.indexOf("\n", start);
    return end < 0 ? text.length : end;
  }
  if (!text.startsWith("/*", start)) return -1;
  const end = text.indexOf("*/", start + 2);
  return end < 0 ? text.length : end + 2;
}

/** End of a text in single quotes on one line, or -1 if it does not end there. */
export function scanSingleQuoted(text: string, start: number): number {
  for (let i = start + 1; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0x27) return i + 1;
    if (unit === 0x0a || unit === 0x0d) return -1;
    if (unit === 0x5c) i++;
  }
  return -1;
}

/** What protobuf-go quotes of a text that is no token: a word of at most 32 characters, or one character. */
export function quotedByLiveKit(text: string, start: number, hasRawBytes: boolean): string {
  const end = Math.min(scanWord(text, start), start + 32);
  if (end > start) return text.slice(start, end);
  const unit = text.charCodeAt(start);
  if (hasRawBytes && unit >= 0xdc80 && unit <= 0xdcff) return "\ufffd";
  return String.fromCodePoint(text.codePointAt(start)!);
}
