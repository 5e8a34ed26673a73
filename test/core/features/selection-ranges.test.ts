import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { readRuleDocument } from "../../../core/document.ts";
import { selectionRanges } from "../../../core/features/selection-ranges.ts";
import { anyDocument } from "../../support/documents.ts";
import { atCursor, textOf } from "./cursor.ts";

function grown(marked: string): string[] {
  const { document, offset } = atCursor(marked);
  return selectionRanges(document, offset).map((range) => textOf(document, range));
}

describe("a growing selection", () => {
  test("in a string: content, string, member, members, object, and so on", () => {
    assert.deepEqual(grown(`{"rule": {"dispatchRuleDirect": { "roomName": "open-|room", "pin": "" }}}\n`), [
      `open-room`,
      `"open-room"`,
      `"roomName": "open-room"`,
      `"roomName": "open-room", "pin": ""`,
      `{ "roomName": "open-room", "pin": "" }`,
      `"dispatchRuleDirect": { "roomName": "open-room", "pin": "" }`,
      `{"dispatchRuleDirect": { "roomName": "open-room", "pin": "" }}`,
      `"rule": {"dispatchRuleDirect": { "roomName": "open-room", "pin": "" }}`,
      `{"rule": {"dispatchRuleDirect": { "roomName": "open-room", "pin": "" }}}`,
      `{"rule": {"dispatchRuleDirect": { "roomName": "open-room", "pin": "" }}}\n`,
    ]);
  });

  test("in a key, at the end of a token, in a list, between key and value", () => {
    assert.deepEqual(grown(`{"na|me": "x"}`), [`name`, `"name"`, `"name": "x"`, `{"name": "x"}`]);
    assert.deepEqual(grown(`{"a": true|, "b": 1}`).slice(0, 3), [`true`, `"a": true`, `"a": true, "b": 1`]);
    assert.deepEqual(grown(`["ST_1", "S|T_2"]`), [`ST_2`, `"ST_2"`, `"ST_1", "ST_2"`, `["ST_1", "ST_2"]`]);
    assert.deepEqual(grown(`{"a": | 1}`), [`"a":  1`, `{"a":  1}`]);
  });

  test("in an empty string, outside of everything, in a string without an end", () => {
    assert.deepEqual(grown(`{"pin": "|"}`).slice(0, 2), [``, `""`]);
    assert.deepEqual(grown(`{}\n|`), [`{}\n`]);
    assert.deepEqual(grown(`{"pin": "12|`), [`12`, `"12`, `"pin": "12`, `{"pin": "12`]);
    assert.deepEqual(grown(`|`), [``]);
  });

  test("holds the cursor and grows, in any text at any place", () => {
    fc.assert(
      fc.property(anyDocument, fc.double({ min: -0.1, max: 1.1 }), (text, place) => {
        const at = Math.floor(place * text.length);
        const ranges = selectionRanges(readRuleDocument(text), at);
        let last = {
          start: Math.min(Math.max(at, 0), text.length),
          end: Math.min(Math.max(at, 0), text.length),
        };
        if (Number.isNaN(at)) last = { start: 0, end: 0 };
        for (const [index, range] of ranges.entries()) {
          assert.ok(range.start <= last.start && range.end >= last.end);
          if (index > 0) assert.ok(range.end - range.start > last.end - last.start);
          last = range;
        }
        assert.deepEqual(last, { start: 0, end: text.length });
      }),
      { numRuns: 2000 },
    );
  });

  test("has an end in a text of brackets", () => {
    assert.ok(selectionRanges(readRuleDocument("[".repeat(500_000)), 400_000).length < 300);
  });
});
