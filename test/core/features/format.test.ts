import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { formatDocument, formatRange, type Layout } from "../../../core/features/format.ts";
import { applyEdits } from "../../../core/fixes.ts";
import { anyDocument, EXAMPLES } from "../../support/documents.ts";
import { unmarked } from "../checks/marked.ts";

const TWO: Layout = { tabSize: 2, insertSpaces: true };

function formatted(text: string, layout: Partial<Layout> = {}): string {
  return applyEdits(text, formatDocument(text, { ...TWO, ...layout }));
}

/** Formats what stands in marks. */
function partly(marked: string, layout: Partial<Layout> = {}): string {
  const { text, ranges } = unmarked(marked);
  return applyEdits(text, formatRange(text, ranges[0]!, { ...TWO, ...layout }));
}

const layouts: fc.Arbitrary<Layout> = fc.record(
  {
    tabSize: fc.constantFrom(1, 2, 4, 8),
    insertSpaces: fc.boolean(),
    keepLines: fc.boolean(),
    insertFinalNewline: fc.boolean(),
  },
  { requiredKeys: ["tabSize", "insertSpaces"] },
);

describe("formatting a document", () => {
  test("one member a line, indented", () => {
    assert.equal(
      formatted(`{"rule":{"dispatchRuleDirect":{"roomName":"a"}},"trunk_ids":[],"numbers":["+1","+2"]}`),
      `{
  "rule": {
    "dispatchRuleDirect": {
      "roomName": "a"
    }
  },
  "trunk_ids": [],
  "numbers": [
    "+1",
    "+2"
  ]
}`,
    );
  });

  test("keeps the line ends and whether the last line has one", () => {
    assert.equal(formatted(`{\r\n"a": 1}\r\n`), `{\r\n  "a": 1\r\n}\r\n`);
    assert.equal(formatted(`{"a": 1}\n\n\n`), `{\n  "a": 1\n}\n`);
    assert.equal(formatted(`{"a": 1}  `), `{\n  "a": 1\n}`);
    assert.equal(formatted(`{"a": 1}`, { insertFinalNewline: true }), `{\n  "a": 1\n}\n`);
    assert.equal(formatted(`{"a": 1}\n`, { insertFinalNewline: false }), `{\n  "a": 1\n}`);
  });

  test("with tabs, with the lines that there are, with sizes that no client should send", () => {
    assert.equal(formatted(`{"a": 1}`, { insertSpaces: false }), `{\n\t"a": 1\n}`);
    assert.equal(formatted(`{"a":[1,2],\n"b":3}`, { keepLines: true }), `{ "a": [ 1, 2 ],\n  "b": 3 }`);
    for (const tabSize of [0, -3, Number.NaN, 0.5, 1e9])
      assert.match(formatted(`{"a": 1}`, { tabSize }), /^\{\n {1,16}"a": 1\n\}$/);
  });

  test("a broken file as far as it goes", () => {
    assert.equal(formatted(`{"a":1,"b":{"c":2,`), `{\n  "a": 1,\n  "b": {\n    "c": 2,`);
    assert.equal(
      formatted(`{"a":1 // why\n,"b":<HERE>,"c":3}`),
      `{\n  "a": 1 // why\n  ,\n  "b":<HERE>,\n  "c": 3\n}`,
    );
    // A missing comma or quote: the lines stay apart.
    const comma = `{\n  "name": "x"\n  "rule": {\n    "a": 1\n  }\n}`;
    const quote = `{\n  "name": "x,\n  "rule": {\n    "a": 1\n  }\n}`;
    assert.equal(formatted(comma), comma);
    assert.equal(formatted(quote), quote);
    assert.equal(formatted(""), "");
    assert.equal(formatted(" \n"), " \n");
  });

  test("keeps every value, and is done after one time", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.json(), fc.constantFrom(...Object.values(EXAMPLES))),
        layouts,
        (text, layout) => {
          const once = formatted(text, layout);
          assert.deepEqual(JSON.parse(once), JSON.parse(text));
          assert.equal(formatted(once, layout), once);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test("changes white space only, and once, in any text", () => {
    fc.assert(
      fc.property(anyDocument, layouts, (text, layout) => {
        const once = formatted(text, layout);
        assert.equal(withoutBlanks(once), withoutBlanks(text));
        assert.equal(formatted(once, layout), once);
      }),
      { numRuns: 2000 },
    );
  });

  test("a text of brackets is left alone rather than blown up", () => {
    const brackets = "[".repeat(200_000);
    assert.equal(formatted(brackets), brackets);
    assert.equal(formatted(`{} ${brackets}`), `{} ${brackets}`);
  });
});

describe("formatting a range", () => {
  test("leaves the rest alone", () => {
    assert.equal(partly(`{\n"a":1,\n⟦"b":{"c":2}⟧,\n"d":3}`), `{\n"a":1,\n"b": {\n  "c": 2\n},\n"d":3}`);
  });

  test("what was pasted follows the line into which it was pasted", () => {
    assert.equal(
      partly(
        `{
    "rule": {},
    ⟦"room_config": {
  "agents": [ {"agent_name":"triage"}]
  }⟧
}
`,
        { tabSize: 4 },
      ),
      `{
    "rule": {},
    "room_config": {
        "agents": [
            {
                "agent_name": "triage"
            }
        ]
    }
}
`,
    );
  });

  test("all of the text keeps its final line break", () => {
    assert.equal(
      partly(`⟦{"a":1}\r\n⟧`),
      `{\n  "a": 1\n}\r\n`.replaceAll("\n", "\r\n").replaceAll("\r\r", "\r"),
    );
  });

  test("touches white space only, and in any range that a client sends", () => {
    fc.assert(
      fc.property(
        anyDocument,
        fc.integer({ min: -5, max: 200 }),
        fc.integer({ min: -5, max: 200 }),
        layouts,
        (text, start, end, layout) => {
          const edits = formatRange(text, { start, end }, layout);
          let last = 0;
          for (const edit of edits) {
            assert.ok(last <= edit.start && edit.start <= edit.end && edit.end <= text.length);
            assert.ok(edit.start < Math.max(start, end) && edit.end > Math.min(start, end));
            last = edit.end;
          }
          assert.equal(withoutBlanks(applyEdits(text, edits)), withoutBlanks(text));
        },
      ),
      { numRuns: 2000 },
    );
  });
});

function withoutBlanks(text: string): string {
  return text.replace(/[ \t\r\n]/g, "");
}
