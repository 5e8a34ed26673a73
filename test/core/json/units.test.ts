import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { unitsOf } from "../../../core/json/units.ts";

const character = fc.oneof(
  fc.constantFrom("a", "{", '"', "ä", "€", "😀", "\ud800", "\udc80", "\u0000", "\uffff", "abcdefghijklmnop"),
  fc.string({ unit: "binary" }),
);

function expected(text: string): number[] {
  return [...Array.from({ length: text.length }, (_, at) => Math.min(text.charCodeAt(at), 0x80)), 0];
}

test("a byte stands for each unit of any text, and a 0 behind them", () => {
  fc.assert(
    fc.property(fc.array(character, { maxLength: 60 }), (parts) => {
      const text = parts.join("");
      assert.deepEqual([...unitsOf(text).units.subarray(0, text.length + 1)], expected(text));
    }),
    { numRuns: 2000 },
  );
});

test("long texts, and short ones after them", () => {
  for (const text of ["é".repeat(100_000) + "x{".repeat(100_000), "ab", "a€b", `${"x".repeat(65_535)}é`, ""])
    assert.deepEqual([...unitsOf(text).units.subarray(0, text.length + 1)], expected(text));
});
