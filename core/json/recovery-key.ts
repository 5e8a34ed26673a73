/** Where a key or its colon belongs and something else stands. */
import { skipBlank } from "./blank.ts";
import { firstByte, type Token } from "./recovery-token.ts";
import type { Action, Recovery } from "./recovery.ts";
import { scanComment, scanJunk, scanSingleQuoted } from "./scan.ts";

/** Where a key belongs stands something else. */
export function atKey(recovery: Recovery, pos: number, unit: number): Action {
  if (recovery.skipComment(pos)) return "skip";
  const token = recovery.token(pos);
  if (!token) return "skip";
  recovery.pos = token.end;
  if (unit === 0x7d) {
    recovery.report("trailing-comma", recovery.comma, recovery.comma + 1, pos, token.words);
    return "end";
  }
  if (unit === 0x2c) {
    recovery.report("extra-comma", pos, pos + 1, pos, token.words);
    return "skip";
  }
  if (unit === 0x5d) return recovery.wrongBracket(pos, unit);
  if (unit === 0x3a) {
    recovery.report("missing-key", pos, pos + 1, pos, token.words);
    return "member";
  }
  if (unit === 0x7b || unit === 0x5b) {
    recovery.report("missing-key", pos, pos + 1, pos, token.words);
    recovery.pos = pos;
    return "member";
  }
  return keyWithoutQuotes(recovery, pos, unit, token);
}

function keyWithoutQuotes(recovery: Recovery, pos: number, unit: number, token: Token): Action {
  const quoted = unit === 0x27 ? scanSingleQuoted(recovery.text, pos) : -1;
  recovery.tokenEnd = quoted >= 0 ? quoted : token.valid ? token.end : scanJunk(recovery.text, pos);
  const colon = skipBlank(recovery.text, recovery.tokenEnd);
  if (recovery.text.charCodeAt(colon) === 0x3a) {
    recovery.report(quoted >= 0 ? "single-quotes" : "unquoted-key", pos, recovery.tokenEnd, pos, token.words);
    recovery.pos = colon + 1;
    return "key";
  }
  recovery.report(token.valid ? "missing-key" : "invalid-value", pos, recovery.tokenEnd, pos, token.words);
  if (token.valid) recovery.pos = pos;
  else recovery.pos = recovery.tokenEnd;
  return token.valid ? "member" : "skip";
}

/**
 * Behind a key no colon follows.
 * @returns whether its value follows all the same
 */
export function missingColon(recovery: Recovery, key: number, pos: number, hasRawBytes: boolean): boolean {
  recovery.pos = pos;
  if (pos >= recovery.text.length) {
    recovery.report("unexpected-end", pos, pos, key, undefined);
    return false;
  }
  const comment = scanComment(recovery.text, pos);
  if (comment >= 0 && recovery.text.charCodeAt(skipBlank(recovery.text, comment)) === 0x3a) {
    const words = `unexpected character /, missing ":" after field name`;
    recovery.report("comment", pos, comment, key, words, pos);
    recovery.pos = skipBlank(recovery.text, comment) + 1;
    return true;
  }
  const character = String.fromCodePoint(firstByte(recovery.text, pos, hasRawBytes));
  const words = `unexpected character ${character}, missing ":" after field name`;
  recovery.report("missing-colon", pos, pos + 1, key, words, pos);
  if (recovery.text[pos] === "=") recovery.pos = pos + 1;
  return !",}]".includes(recovery.text[pos]!);
}
