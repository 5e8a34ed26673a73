import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { TextDocument } from "vscode-languageserver-textdocument";
import { Lines } from "../../cli/check/lines.ts";

const cases: readonly (readonly [text: string, offset: number, line: number, column: number])[] = [
  ["ab", 0, 1, 1],
  ["ab", 2, 1, 3],
  ["a\nb", 2, 2, 1],
  ["a\r\nb", 2, 1, 3],
  ["a\r\nb", 3, 2, 1],
  ["a\rb", 2, 2, 1],
  ["a\r\r\n\nb", 5, 4, 1],
  ["\t😀b", 3, 1, 4],
  ["a\n", 2, 2, 1],
];
for (const [text, offset, line, column] of cases)
  test(`offset ${offset} of ${JSON.stringify(text)} is ${line}:${column}`, () => {
    assert.deepEqual(new Lines(text).place(offset), { line, column });
  });

test("lines are those of an editor, whatever the line breaks", () => {
  const texts = fc
    .array(fc.constantFrom("\n", "\r", "\r\n", "a", "😀", "\u2028"))
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(texts, fc.nat(), (text, any) => {
      const offset = any % (text.length + 1);
      // An editor has no place between the two characters of a line break.
      fc.pre(text.slice(offset - 1, offset + 1) !== "\r\n");
      const position = TextDocument.create("", "", 0, text).positionAt(offset);
      assert.deepEqual(new Lines(text).place(offset), {
        line: position.line + 1,
        column: position.character + 1,
      });
    }),
  );
});

test("a line's range leaves its break out", () => {
  const lines = new Lines("ab\r\ncd\re\n");
  assert.deepEqual(
    [1, 2, 3, 4].map((line) => lines.range(line)),
    [
      { start: 0, end: 2 },
      { start: 4, end: 6 },
      { start: 7, end: 8 },
      { start: 9, end: 9 },
    ],
  );
});
