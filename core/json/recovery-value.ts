/** Where a value belongs and something else stands, and behind a value. */
import type { Token } from "./recovery-token.ts";
import type { Action, Recovery } from "./recovery.ts";
import { scanJunk, scanSingleQuoted } from "./scan.ts";
import { State } from "./state.ts";

/** Behind a value stands neither a comma nor the container's end. */
export function atSeparator(recovery: Recovery, pos: number, unit: number, inObject: boolean): Action {
  if (recovery.skipComment(pos)) return "skip";
  const token = recovery.token(pos);
  if (unit === 0x7d || unit === 0x5d) return recovery.wrongBracket(pos, unit);
  recovery.pos = pos;
  if (!token) return "next";
  if (!token.valid) {
    recovery.report("invalid-value", pos, token.end, pos, token.words);
    recovery.pos = token.end;
    return "skip";
  }
  recovery.report("missing-comma", pos, token.end, pos, token.words);
  return inObject && unit !== 0x22 ? "member" : "next";
}

/** Where a value belongs stands something else. */
export function atValue(recovery: Recovery, pos: number, unit: number, state: State): Action {
  if (recovery.skipComment(pos)) return "skip";
  const token = recovery.token(pos)!;
  recovery.pos = token.end;
  if (state === State.Root) return atRoot(recovery, pos, unit, token);
  if (unit === 0x2c || unit === 0x7d || unit === 0x5d) {
    if (state === State.Member) {
      recovery.report("missing-value", pos, pos + 1, pos, token.words);
      recovery.pos = pos;
      return "missing";
    }
    if (unit === 0x2c) {
      recovery.report("extra-comma", pos, pos + 1, pos, token.words);
      return "skip";
    }
    if (unit === 0x7d || state === State.ItemOrEnd) return recovery.wrongBracket(pos, unit);
    recovery.report("trailing-comma", recovery.comma, recovery.comma + 1, pos, token.words);
    return "end";
  }
  if (unit === 0x3a) {
    recovery.report("invalid-value", pos, pos + 1, pos, token.words);
    return "skip";
  }
  const quoted = unit === 0x27 ? scanSingleQuoted(recovery.text, pos) : -1;
  recovery.pos = quoted >= 0 ? quoted : scanJunk(recovery.text, pos);
  recovery.report(quoted >= 0 ? "single-quotes" : "invalid-value", pos, recovery.pos, pos, token.words);
  return "value";
}

/** Before the document's value; says so once, however much stands there. */
function atRoot(recovery: Recovery, pos: number, unit: number, token: Token): Action {
  const isMark = unit === 0xfeff;
  recovery.pos = isMark || token.valid ? pos + 1 : scanJunk(recovery.text, pos);
  if (!recovery.atGarbage) {
    recovery.report(isMark ? "byte-order-mark" : "invalid-value", pos, recovery.pos, pos, token.words);
  }
  recovery.atGarbage = true;
  return "skip";
}
