/** What stands at a place that the reader has no use for. */
import { quotedByLiveKit, scanJunk, scanLiteral, scanNumber } from "./scan.ts";
import { scanString } from "./scan-string.ts";
import type { SyntaxProblem } from "./syntax.ts";

export interface Token {
  readonly end: number;
  /** What LiveKit's reader says of it. */
  readonly words: string;
  /** Whether it is a JSON token at all. */
  readonly valid: boolean;
}

/** The token at `pos`, or `undefined` for a string that is broken in itself (said when it is read). */
export function tokenAt(text: string, pos: number, hasRawBytes: boolean): Token | undefined {
  const unit = text.charCodeAt(pos);
  let end = -1;
  if (unit === 0x22) {
    const found: SyntaxProblem[] = [];
    end = scanString(text, pos, hasRawBytes, found).end;
    if (found.length > 0) return undefined;
  } else if ("{}[],".includes(text[pos]!)) end = pos + 1;
  else if (unit === 0x74) end = scanLiteral(text, pos, "true");
  else if (unit === 0x66) end = scanLiteral(text, pos, "false");
  else if (unit === 0x6e) end = scanLiteral(text, pos, "null");
  else end = scanNumber(text, pos);
  if (end >= 0) return { end, words: `unexpected token ${text.slice(pos, end)}`, valid: true };
  const quoted = quotedByLiveKit(text, pos, hasRawBytes);
  end = unit === 0x3a ? pos + 1 : scanJunk(text, pos);
  return { end, words: `invalid value ${quoted}`, valid: false };
}

/** Go shows the first byte of what stands there as if it were a character. */
export function firstByte(text: string, pos: number, hasRawBytes: boolean): number {
  const code = text.codePointAt(pos)!;
  if (code < 0x80) return code;
  if (hasRawBytes && code >= 0xdc80 && code <= 0xdcff) return code - 0xdc00;
  return new TextEncoder().encode(String.fromCodePoint(code))[0]!;
}
