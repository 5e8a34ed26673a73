/** What can be wrong with a text as JSON. One kind for each thing an author does. */
export type SyntaxKind =
  | "empty"
  | "unexpected-end"
  | "unclosed-string"
  | "missing-comma"
  | "missing-colon"
  | "missing-value"
  | "missing-key"
  | "unquoted-key"
  | "trailing-comma"
  | "extra-comma"
  | "wrong-bracket"
  | "trailing-content"
  | "comment"
  | "single-quotes"
  | "byte-order-mark"
  | "invalid-value"
  | "control-character"
  | "bad-escape"
  | "invalid-utf8"
  // What only the reader of the HTTP API (Go's encoding/json) refuses.
  | "bare-exponent"
  | "too-deep";

/** A place where the text breaks a rule of JSON, with the words of LiveKit's reader (protobuf-go). */
export interface SyntaxProblem {
  readonly kind: SyntaxKind;
  /** Range in UTF-16 units that a person should look at. */
  readonly start: number;
  readonly end: number;
  /** Start of the token at which LiveKit's reader stops: problems of other kinds before it come first. */
  readonly order: number;
  /** Where LiveKit says it is. */
  readonly at: number;
  /** LiveKit's words without the position; `undefined` where it says only `unexpected EOF`. */
  readonly words: string | undefined;
  /** The container that is left open, or the string; start of it. */
  readonly opened?: number;
}
