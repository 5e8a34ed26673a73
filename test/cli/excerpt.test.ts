import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { excerpt } from "../../cli/check/excerpt.ts";
import { Lines } from "../../cli/check/lines.ts";
import { columnsOfText } from "../../cli/terminal/width.ts";

/** `⟦` and `⟧` mark the place; the line that holds its start is shown. */
function shown(marked: string, columns = 60): string[] {
  const start = marked.indexOf("⟦");
  const end = marked.indexOf("⟧") - 1;
  const lines = new Lines(marked.replace(/[⟦⟧]/g, ""));
  const { source, marker } = excerpt(
    lines.text,
    lines.range(lines.place(start).line),
    { start, end },
    columns,
  );
  return [source, marker];
}

describe("the line with carets under the place", () => {
  const cases: readonly (readonly [name: string, marked: string, source: string, marker: string])[] = [
    ["a value", `{"pin": ⟦"12"⟧}`, `{"pin": "12"}`, `        ^^^^`],
    ["nothing", `{"pin": ⟦⟧}`, `{"pin": }`, `        ^`],
    ["the end of the text", `{"pin": 1⟦⟧`, `{"pin": 1`, `         ^`],
    ["tabs count four", `\t\t⟦"a"⟧\t1`, `        "a"    1`, `        ^^^`],
    ["a marked tab", `a⟦\t⟧b`, `a    b`, ` ^^^^`],
    ["wide characters", `"会議": ⟦1⟧`, `"会議": 1`, `        ^`],
    ["marked emoji", `"a⟦😀⟧"`, `"a😀"`, `  ^^`],
    ["an accent of its own", `"e\u0301": ⟦1⟧`, `"e\u0301": 1`, `     ^`],
    ["control characters", `"\u001b[31m": ⟦1⟧`, `"␛[31m": 1`, `         ^`],
    ["what reorders text", `"\u202e": ⟦1⟧`, `"<U+202E>": 1`, `            ^`],
    ["a byte that is no UTF-8", `"\udcff": ⟦1⟧`, `"\ufffd": 1`, `     ^`],
    ["a place of several lines", `x ⟦{\n  "a": 1\n}⟧`, `x {`, `  ^`],
    ["the second line", `{\r\n  ⟦"a"⟧: 1\r\n}`, `  "a": 1`, `  ^^^`],
  ];
  for (const [name, marked, source, marker] of cases)
    test(name, () => assert.deepEqual(shown(marked), [source, marker]));
});

describe("a long line is cut around the place", () => {
  const long = "x".repeat(1000);

  test("behind it", () => {
    assert.deepEqual(shown(`⟦"a"⟧: ${long}`, 20), [`"a": ${"x".repeat(14)}…`, "^^^"]);
  });
  test("in front of it", () => {
    assert.deepEqual(shown(`${long} ⟦1⟧`, 30), [`…${"x".repeat(9)} 1`, `${" ".repeat(11)}^`]);
  });
  test("on both sides", () => {
    const [source = "", marker = ""] = shown(`${long}⟦abc⟧${long}`, 30);
    assert.equal(source, `…${"x".repeat(10)}abc${"x".repeat(15)}…`);
    assert.equal(marker, `${" ".repeat(11)}^^^`);
  });
  test("and the place itself", () => {
    const [source = "", marker = ""] = shown(`a⟦${long}⟧`, 30);
    assert.equal(source, `a${"x".repeat(28)}…`);
    assert.equal(marker, ` ${"^".repeat(28)}`);
  });
  test("of ten megabytes, without reading it all", () => {
    const text = `"${"y".repeat(10_000_000)}"`;
    const started = performance.now();
    for (let i = 0; i < 1000; i++)
      excerpt(text, { start: 0, end: text.length }, { start: 5_000_000, end: 5_000_003 }, 80);
    assert.ok(performance.now() - started < 5000);
  });
});

test("it always fits, and a caret stands under the place", () => {
  const texts = fc.string({
    unit: fc.constantFrom("a", "\t", "会", "😀", "\u0301", "\u0007", "\u202e", '"'),
    maxLength: 200,
  });
  fc.assert(
    fc.property(
      texts,
      fc.nat(),
      fc.nat(30),
      fc.integer({ min: 30, max: 80 }),
      (text, any, length, columns) => {
        const start = any % (text.length + 1);
        const { source, marker } = excerpt(
          text,
          { start: 0, end: text.length },
          { start, end: start + length },
          columns,
        );
        assert.ok(columnsOfText(source) <= columns, source);
        assert.ok(marker.length <= columns + 1);
        assert.match(marker, /^ *\^+$/);
      },
    ),
  );
});
