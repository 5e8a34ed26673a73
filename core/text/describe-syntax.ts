/** What is wrong with a text as JSON, in a few words that end a sentence. */
import type { SyntaxKind } from "../json/syntax.ts";

const WORDS: Readonly<Record<SyntaxKind, string>> = {
  empty: "it is empty",
  "unexpected-end": "it ends before every bracket is closed",
  "unclosed-string": "a string is not closed",
  "missing-comma": "a comma is missing",
  "missing-colon": "a colon is missing",
  "missing-value": "a value is missing",
  "missing-key": "a name is missing",
  "unquoted-key": "a name has no quotes",
  "trailing-comma": "a comma stands behind the last value",
  "extra-comma": "there is a comma too many",
  "wrong-bracket": "a bracket does not fit the one it closes",
  "trailing-content": "something stands behind its end",
  comment: "JSON has no comments",
  "single-quotes": "JSON wants double quotes",
  "byte-order-mark": "it begins with a byte order mark",
  "invalid-value": "this is no JSON value",
  "control-character": "a control character is not escaped",
  "bad-escape": "this is no escape sequence of JSON",
  "invalid-utf8": "it is not valid UTF-8",
  "bare-exponent": "an exponent has no digits",
  "too-deep": "it is nested too deeply",
};

export function describeSyntax(kind: SyntaxKind): string {
  return WORDS[kind];
}
