import assert from "node:assert/strict";
import { test } from "node:test";
import { readJson } from "../../../core/json/reader.ts";

/** What may stand last in a list when its text ends: the reader makes up to two nodes for it, and one more behind the text. */
const TAILS = ["1", '{"a"', '{"a":', "{'a'", "{a:", '{"a" 1', '"a', "]", "{"];

test("a list of any length is read as after the array has grown", () => {
  let size = 1024;
  for (const tail of TAILS) {
    // Around each size at which the array becomes too small for the first time; then they are all read again.
    const texts = Array.from({ length: 16 }, (_, more) => `[${"1,".repeat(size - 12 + more)}${tail}`);
    const first = texts.map((text) => readJson(text));
    const second = texts.map((text) => readJson(text));
    for (const [index, tree] of first.entries()) {
      assert.ok(tree.size > size - 12 + index);
      assert.deepEqual(tree.nodes, second[index]!.nodes, `${size - 12 + index} ${tail}`);
      assert.deepEqual(tree.problems, second[index]!.problems);
    }
    size *= 2;
  }
});
