import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { StringOffsets } from "../../../core/json/string-offsets.ts";
import { unescapeString } from "../../../core/json/strings.ts";

const pieces = fc.array(
  fc.constantFrom(
    "a",
    "é",
    "\ud83d\ude00",
    "\\n",
    '\\"',
    "\\\\",
    "\\/",
    "\\u0041",
    "\\ud83d\\ude00",
    "\\x",
    "\\u12",
    "\\",
    " ",
  ),
  { maxLength: 20 },
);

describe("places in a string", () => {
  test("behind every sort of escape", () => {
    const text = `"a\\n\\u0041\\"z"`;
    const offsets = new StringOffsets(text, 1, text.length - 1);
    assert.equal(offsets.value, `a\nA"z`);
    assert.deepEqual(
      [0, 1, 2, 3, 4, 5].map((index) => text.slice(offsets.toOffset(index))),
      [`a\\n\\u0041\\"z"`, `\\n\\u0041\\"z"`, `\\u0041\\"z"`, `\\"z"`, `z"`, `"`],
    );
    // Inside an escape is in the character that it writes.
    assert.equal(offsets.toIndex(6), 2);
  });

  test("there and back for every index; every offset lies in its character", () => {
    fc.assert(
      fc.property(pieces, fc.nat(5), (parts, start) => {
        const inner = parts.join("");
        const text = `${" ".repeat(start)}${inner}"`;
        const offsets = new StringOffsets(text, start, start + inner.length);
        assert.equal(offsets.value, unescapeString(inner));
        for (let index = 0; index <= offsets.value.length; index++)
          assert.equal(offsets.toIndex(offsets.toOffset(index)), index);
        assert.equal(offsets.toOffset(offsets.value.length), start + inner.length);
        for (let offset = start; offset < start + inner.length; offset++) {
          const index = offsets.toIndex(offset);
          assert.ok(offsets.toOffset(index) <= offset && offset < offsets.toOffset(index + 1));
        }
        // What stands between two places writes what stands between their indexes.
        for (let index = 0; index < offsets.value.length; index++)
          assert.equal(
            unescapeString(text.slice(offsets.toOffset(index), offsets.toOffset(index + 1))),
            offsets.value[index],
          );
      }),
      { numRuns: 2000 },
    );
  });

  test("outside of the string are its ends", () => {
    const offsets = new StringOffsets(`"\\n"`, 1, 3);
    assert.deepEqual([offsets.toOffset(-1), offsets.toOffset(9)], [1, 3]);
    assert.deepEqual([offsets.toIndex(0), offsets.toIndex(9)], [0, 1]);
  });
});
