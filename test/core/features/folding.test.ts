import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { readRuleDocument } from "../../../core/document.ts";
import { foldingRanges } from "../../../core/features/folding.ts";
import { anyDocument } from "../../support/documents.ts";

/** The first and the last line of each range, from 1, that disappears behind the first. */
function folds(text: string): string[] {
  const line = (offset: number): number => text.slice(0, offset).split(/\r\n|\n|\r/).length;
  return foldingRanges(readRuleDocument(text)).map(
    ({ start, end, kind }) => `${line(start)}-${line(end)}${kind === "comment" ? " comment" : ""}`,
  );
}

describe("folding", () => {
  test("objects and arrays, the closing bracket's line stays", () => {
    assert.deepEqual(
      folds(`{\n  "rule": {\n    "dispatchRuleCallee": {}\n  },\n  "trunk_ids": [\n    "ST_1"\n  ]\n}\n`),
      ["1-7", "2-3", "5-6"],
    );
    assert.deepEqual(folds(`{\r\n  "rule": {\r\n    "name": 1\r\n  }\r\n}`), ["1-4", "2-3"]);
  });

  test("one for a line, the outermost; a bracket behind the last member goes with it", () => {
    assert.deepEqual(folds(`{"agents": [{\n  "agentName": "a",\n  "metadata": "" }]\n}`), ["1-3"]);
    assert.deepEqual(folds(`[{"a": 1,\n"b": 2},\n{"a": 3,\n"b": 4}]`), ["1-4", "3-4"]);
  });

  test("nothing in a line, nothing in an empty object", () => {
    assert.deepEqual(folds(`{"rule": {}}`), []);
    assert.deepEqual(folds(`{\n}`), []);
  });

  test("in broken files: left open, wrong brackets, comments", () => {
    assert.deepEqual(folds(`{\n  "rule": {\n    "name": 1,\n\n`), ["1-3", "2-3"]);
    assert.deepEqual(folds(`{\n  "a": [\n    1\n}`), ["1-3", "2-3"]);
    assert.deepEqual(folds(`/* a\n b */\n{\n  "a": 1\n}`), ["1-2 comment", "3-4"]);
  });

  test("of any text is in order, inside the text and over lines", () => {
    fc.assert(
      fc.property(anyDocument, (text) => {
        let last = -1;
        for (const { start, end } of foldingRanges(readRuleDocument(text))) {
          assert.ok(last < start && start < end && end <= text.length);
          assert.match(text.slice(start, end), /[\r\n]/);
          last = start;
        }
      }),
      { numRuns: 2000 },
    );
  });

  test("of a text of brackets takes no time to speak of", () => {
    assert.equal(foldingRanges(readRuleDocument("[".repeat(500_000))).length, 0);
    assert.equal(foldingRanges(readRuleDocument(`{${"[".repeat(5_000)}${"\n".repeat(300_000)}}`)).length, 0);
    assert.equal(foldingRanges(readRuleDocument("[\n".repeat(100_000))).length, 99_999);
  });
});
