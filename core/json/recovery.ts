/**
 * What to do where a text is no JSON: report it once per token, in the words and at the place of LiveKit's
 * reader, and say how to read on.
 */
import {
  quotedByLiveKit,
  scanComment,
  scanJunk,
  scanLiteral,
  scanNumber,
  scanSingleQuoted,
  skipBlank,
} from "./scan.ts";
import { scanString } from "./scan-string.ts";
import { State } from "./state.ts";
import type { SyntaxKind, SyntaxProblem } from "./syntax.ts";

/**
 * How to read on from `pos`: `close` the container without its bracket, `end` it (the bracket is behind us),
 * `next` item or key as if a comma stood here, `member` value as if a key stood here, `key` up to `tokenEnd`
 * that is no string, an invalid `value` up to `pos`, a `missing` value, or just `skip`.
 */
export type Action = "close" | "end" | "next" | "member" | "key" | "value" | "missing" | "skip";

interface Token {
  readonly end: number;
  readonly words: string;
  /** Whether it is a JSON token at all. */
  readonly valid: boolean;
}

export class Recovery {
  readonly problems: SyntaxProblem[] = [];
  /** Where to read on. */
  pos = 0;
  /** End of a key that is no string. */
  tokenEnd = 0;
  /** The comma read last. */
  comma = 0;
  private atGarbage = false;
  /** Whether around the innermost container one of the other kind stands open. */
  private otherIsOpen = false;

  constructor(
    private readonly text: string,
    private readonly hasRawBytes: boolean,
  ) {}

  /**
   * What to do with the character at `pos`, which the reader has no use for in its state.
   * @param objects how many objects are open
   * @param level how many containers are
   */
  act(pos: number, unit: number, state: State, inObject: boolean, objects: number, level: number): Action {
    this.otherIsOpen = inObject ? level > objects : objects > 0;
    if (state === State.Separator) {
      if (level > 0) return this.atSeparator(pos, unit, inObject);
      this.pos = this.trailing(pos);
      return "skip";
    }
    return state === State.Key || state === State.KeyOrEnd
      ? this.atKey(pos, unit)
      : this.atValue(pos, unit, state);
  }

  /** Behind a value stands neither a comma nor the container's end. */
  private atSeparator(pos: number, unit: number, inObject: boolean): Action {
    if (this.skipComment(pos)) return "skip";
    const token = this.token(pos);
    if (unit === 0x7d || unit === 0x5d) return this.wrongBracket(pos, unit);
    this.pos = pos;
    if (!token) return "next";
    if (!token.valid) {
      this.report("invalid-value", pos, token.end, pos, token.words);
      this.pos = token.end;
      return "skip";
    }
    this.report("missing-comma", pos, token.end, pos, token.words);
    return inObject && unit !== 0x22 ? "member" : "next";
  }

  /** Where a key belongs stands something else. */
  private atKey(pos: number, unit: number): Action {
    if (this.skipComment(pos)) return "skip";
    const token = this.token(pos);
    if (!token) return "skip";
    this.pos = token.end;
    if (unit === 0x7d) {
      this.report("trailing-comma", this.comma, this.comma + 1, pos, token.words);
      return "end";
    }
    if (unit === 0x2c) {
      this.report("extra-comma", pos, pos + 1, pos, token.words);
      return "skip";
    }
    if (unit === 0x5d) return this.wrongBracket(pos, unit);
    if (unit === 0x3a) {
      this.report("missing-key", pos, pos + 1, pos, token.words);
      return "member";
    }
    if (unit === 0x7b || unit === 0x5b) {
      this.report("missing-key", pos, pos + 1, pos, token.words);
      this.pos = pos;
      return "member";
    }
    return this.keyWithoutQuotes(pos, unit, token);
  }

  private keyWithoutQuotes(pos: number, unit: number, token: Token): Action {
    const quoted = unit === 0x27 ? scanSingleQuoted(this.text, pos) : -1;
    this.tokenEnd = quoted >= 0 ? quoted : token.valid ? token.end : scanJunk(this.text, pos);
    const colon = skipBlank(this.text, this.tokenEnd);
    if (this.text.charCodeAt(colon) === 0x3a) {
      this.report(quoted >= 0 ? "single-quotes" : "unquoted-key", pos, this.tokenEnd, pos, token.words);
      this.pos = colon + 1;
      return "key";
    }
    this.report(token.valid ? "missing-key" : "invalid-value", pos, this.tokenEnd, pos, token.words);
    if (token.valid) this.pos = pos;
    else this.pos = this.tokenEnd;
    return token.valid ? "member" : "skip";
  }

  /**
   * Behind a key no colon follows.
   * @returns whether its value follows all the same
   */
  missingColon(key: number, pos: number): boolean {
    this.pos = pos;
    if (pos >= this.text.length) {
      this.report("unexpected-end", pos, pos, key, undefined);
      return false;
    }
    const comment = scanComment(this.text, pos);
    if (comment >= 0 && this.text.charCodeAt(skipBlank(this.text, comment)) === 0x3a) {
      const words = `unexpected character /, missing ":" after field name`;
      this.report("comment", pos, comment, key, words, pos);
      this.pos = skipBlank(this.text, comment) + 1;
      return true;
    }
    const character = String.fromCodePoint(firstByte(this.text, pos, this.hasRawBytes));
    const words = `unexpected character ${character}, missing ":" after field name`;
    this.report("missing-colon", pos, pos + 1, key, words, pos);
    if (this.text[pos] === "=") this.pos = pos + 1;
    return !",}]".includes(this.text[pos]!);
  }

  /** Where a value belongs stands something else. */
  private atValue(pos: number, unit: number, state: State): Action {
    if (this.skipComment(pos)) return "skip";
    const token = this.token(pos)!;
    this.pos = token.end;
    if (state === State.Root) return this.atRoot(pos, unit, token);
    if (unit === 0x2c || unit === 0x7d || unit === 0x5d) {
      if (state === State.Member) {
        this.report("missing-value", pos, pos + 1, pos, token.words);
        this.pos = pos;
        return "missing";
      }
      if (unit === 0x2c) {
        this.report("extra-comma", pos, pos + 1, pos, token.words);
        return "skip";
      }
      if (unit === 0x7d || state === State.ItemOrEnd) return this.wrongBracket(pos, unit);
      this.report("trailing-comma", this.comma, this.comma + 1, pos, token.words);
      return "end";
    }
    if (unit === 0x3a) {
      this.report("invalid-value", pos, pos + 1, pos, token.words);
      return "skip";
    }
    const quoted = unit === 0x27 ? scanSingleQuoted(this.text, pos) : -1;
    this.pos = quoted >= 0 ? quoted : scanJunk(this.text, pos);
    this.report(quoted >= 0 ? "single-quotes" : "invalid-value", pos, this.pos, pos, token.words);
    return "value";
  }

  /** Before the document's value; says so once, however much stands there. */
  private atRoot(pos: number, unit: number, token: Token): Action {
    const isMark = unit === 0xfeff;
    this.pos = isMark || token.valid ? pos + 1 : scanJunk(this.text, pos);
    if (!this.atGarbage) {
      this.report(isMark ? "byte-order-mark" : "invalid-value", pos, this.pos, pos, token.words);
    }
    this.atGarbage = true;
    return "skip";
  }

  /** Behind the document's value stands more. @returns where to read on */
  private trailing(pos: number): number {
    if (this.skipComment(pos)) return this.pos;
    const token = this.token(pos);
    if (token) this.report("trailing-content", pos, this.text.length, pos, token.words);
    else scanString(this.text, pos, this.hasRawBytes, this.problems);
    return this.text.length;
  }

  /** The text ends too early, or holds nothing. @param opened start of the container left open, or -1 */
  atEnd(state: State, opened: number): void {
    const length = this.text.length;
    const last = this.problems.at(-1);
    if (state === State.Root) {
      if (!last) this.report("empty", 0, length, length, "unexpected token ", length);
      return;
    }
    if (last && last.end >= length && last.words === undefined) return;
    const end = this.text.trimEnd().length;
    this.problems.push({
      kind: "unexpected-end",
      start: Math.max(0, end - 1),
      end,
      order: length,
      at: length,
      words: undefined,
      opened,
    });
  }

  private wrongBracket(pos: number, unit: number): Action {
    this.report("wrong-bracket", pos, pos + 1, pos, `unexpected token ${String.fromCharCode(unit)}`);
    this.pos = this.otherIsOpen ? pos : pos + 1;
    return this.otherIsOpen ? "close" : "skip";
  }

  private skipComment(pos: number): boolean {
    const end = scanComment(this.text, pos);
    if (end < 0) return false;
    this.report("comment", pos, end, pos, "invalid value /");
    this.pos = end;
    return true;
  }

  /** The token at `pos`, or `undefined` for a string that is broken in itself (said when it is read). */
  private token(pos: number): Token | undefined {
    const unit = this.text.charCodeAt(pos);
    let end = -1;
    if (unit === 0x22) {
      const found: SyntaxProblem[] = [];
      end = scanString(this.text, pos, this.hasRawBytes, found).end;
      if (found.length > 0) return undefined;
    } else if ("{}[],".includes(this.text[pos]!)) end = pos + 1;
    else if (unit === 0x74) end = scanLiteral(this.text, pos, "true");
    else if (unit === 0x66) end = scanLiteral(this.text, pos, "false");
    else if (unit === 0x6e) end = scanLiteral(this.text, pos, "null");
    else end = scanNumber(this.text, pos);
    if (end >= 0) return { end, words: `unexpected token ${this.text.slice(pos, end)}`, valid: true };
    const quoted = quotedByLiveKit(this.text, pos, this.hasRawBytes);
    end = unit === 0x3a ? pos + 1 : scanJunk(this.text, pos);
    return { end, words: `invalid value ${quoted}`, valid: false };
  }

  private report(
    kind: SyntaxKind,
    start: number,
    end: number,
    order: number,
    words: string | undefined,
    at = order,
  ): void {
    if (this.problems.at(-1)?.order === order) return;
    this.problems.push({ kind, start, end, order, at, words });
  }
}

/** Go shows the first byte of what stands there as if it were a character. */
function firstByte(text: string, pos: number, hasRawBytes: boolean): number {
  const code = text.codePointAt(pos)!;
  if (code < 0x80) return code;
  if (hasRawBytes && code >= 0xdc80 && code <= 0xdcff) return code - 0xdc00;
  return new TextEncoder().encode(String.fromCodePoint(code))[0]!;
}
