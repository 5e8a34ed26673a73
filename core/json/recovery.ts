/**
 * What to do where a text is no JSON: report it once per token, in the words and at the place of LiveKit's
 * reader, and say how to read on.
 */
import { atKey, missingColon } from "./recovery-key.ts";
import { tokenAt, type Token } from "./recovery-token.ts";
import { atSeparator, atValue } from "./recovery-value.ts";
import { scanComment } from "./scan.ts";
import { scanString } from "./scan-string.ts";
import { State } from "./state.ts";
import type { SyntaxKind, SyntaxProblem } from "./syntax.ts";

/**
 * How to read on from `pos`: `close` the container without its bracket, `end` it (the bracket is behind us),
 * `next` item or key as if a comma stood here, `member` value as if a key stood here, `key` up to `tokenEnd`
 * that is no string, an invalid `value` up to `pos`, a `missing` value, or just `skip`.
 */
export type Action = "close" | "end" | "next" | "member" | "key" | "value" | "missing" | "skip";

export class Recovery {
  readonly problems: SyntaxProblem[] = [];
  /** Where to read on. */
  pos = 0;
  /** End of a key that is no string. */
  tokenEnd = 0;
  /** The comma read last. */
  comma = 0;
  /** Whether it was said already that something stands before the document's value. */
  atGarbage = false;
  /** Whether around the innermost container one of the other kind stands open. */
  private otherIsOpen = false;

  constructor(
    readonly text: string,
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
      if (level > 0) return atSeparator(this, pos, unit, inObject);
      this.pos = this.trailing(pos);
      return "skip";
    }
    return state === State.Key || state === State.KeyOrEnd
      ? atKey(this, pos, unit)
      : atValue(this, pos, unit, state);
  }

  /** Reads a string on which the quick way gave up, to `pos`. @returns its flags */
  string(start: number): number {
    const { end, flags } = scanString(this.text, start, this.hasRawBytes, this.problems);
    this.pos = end;
    return flags;
  }

  /**
   * Behind a key no colon follows.
   * @returns whether its value follows all the same
   */
  missingColon(key: number, pos: number): boolean {
    return missingColon(this, key, pos, this.hasRawBytes);
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

  /** A bracket that closes something else than the innermost container. */
  wrongBracket(pos: number, unit: number): Action {
    this.report("wrong-bracket", pos, pos + 1, pos, `unexpected token ${String.fromCharCode(unit)}`);
    this.pos = this.otherIsOpen ? pos : pos + 1;
    return this.otherIsOpen ? "close" : "skip";
  }

  /** @returns whether there was one; then it is reported and `pos` stands behind it */
  skipComment(pos: number): boolean {
    const end = scanComment(this.text, pos);
    if (end < 0) return false;
    this.report("comment", pos, end, pos, "invalid value /");
    this.pos = end;
    return true;
  }

  token(pos: number): Token | undefined {
    return tokenAt(this.text, pos, this.hasRawBytes);
  }

  /** Once per token. */
  report(
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
