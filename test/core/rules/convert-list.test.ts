import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readRuleDocument } from "../../../core/document.ts";
import { applyEdits } from "../../../core/fixes.ts";
import { extractItem, splitList, type Conversion } from "../../../core/rules/convert.ts";

const LIST = `{
  "items": [
    {
      "sipDispatchRuleId": "SDR_1",
      "name": "Front desk",
      "rule": {
        "dispatchRuleCallee": {}
      },
      "createdAt": "2025-01-01T00:00:00Z"
    }, {
      "sipDispatchRuleId": "SDR_2",
      "rule": {}
    },
    {"sipDispatchRuleId": "SDR_3", "rule": {}},
    null
  ],
  "nextPageToken": ""
}
`;

function textOf(conversion: Conversion, whole: string): string {
  if (!conversion.ok) assert.fail(conversion.reason);
  assert.equal(conversion.edits.length, 1);
  assert.equal(applyEdits(whole, conversion.edits), conversion.text);
  return conversion.text;
}

describe("an item of a list", () => {
  const list = readRuleDocument(LIST);

  test("as a bare rule keeps all it has", () => {
    assert.equal(
      textOf(extractItem(list, 0, "bare"), LIST),
      `{
  "sipDispatchRuleId": "SDR_1",
  "name": "Front desk",
  "rule": {
    "dispatchRuleCallee": {}
  },
  "createdAt": "2025-01-01T00:00:00Z"
}
`,
    );
    assert.equal(
      textOf(extractItem(list, 1, "bare"), LIST),
      `{\n  "sipDispatchRuleId": "SDR_2",\n  "rule": {}\n}\n`,
    );
  });

  test("as a create request leaves the server's own fields out and names them", () => {
    const conversion = extractItem(list, 0, "wrapped");
    assert.equal(
      textOf(conversion, LIST),
      `{
  "dispatch_rule": {
    "name": "Front desk",
    "rule": {
      "dispatchRuleCallee": {}
    }
  }
}
`,
    );
    assert.deepEqual(conversion.ok && conversion.removed.map(({ name }) => name), [
      "sipDispatchRuleId",
      "createdAt",
    ]);
  });

  test("that is written in a line stays in it", () => {
    assert.equal(textOf(extractItem(list, 2, "bare"), LIST), `{"sipDispatchRuleId": "SDR_3", "rule": {}}\n`);
    assert.equal(textOf(extractItem(list, 2, "wrapped"), LIST), `{"dispatch_rule": {"rule": {}}}\n`);
    const minified = `[{"rule":{},"trunk_ids":[]}]`;
    assert.equal(
      textOf(extractItem(readRuleDocument(minified), 0, "wrapped"), minified),
      `{"dispatch_rule":{"rule":{},"trunk_ids":[]}}`,
    );
  });

  test("in other manners, with its own line ends", () => {
    const hugging = `{"items": [{\r\n\t"rule": {}\r\n}]}`;
    assert.equal(
      textOf(extractItem(readRuleDocument(hugging), 0, "bare"), hugging),
      `{\r\n\t"rule": {}\r\n}`,
    );
    const irregular = `[\n  {"rule": {},\n   "name": "a"}]\n`;
    const item = extractItem(readRuleDocument(irregular), 0, "bare");
    assert.equal(textOf(item, irregular), `{"rule": {},\n "name": "a"}\n`);
  });

  test("is refused where it is no rule, or is not there", () => {
    const reasonFor = (text: string, index: number): unknown => {
      const conversion = extractItem(readRuleDocument(text), index, "bare");
      return (
        conversion.ok || [
          conversion.reason,
          conversion.range && text.slice(conversion.range.start, conversion.range.end),
        ]
      );
    };
    assert.deepEqual(reasonFor(LIST, 3), ["Item 4 of the list is no rule.", "null"]);
    assert.deepEqual(reasonFor(LIST, 4), ["The list has no item 5; it has 4.", undefined]);
    assert.deepEqual(reasonFor(LIST, -1), ["The list has no item 0; it has 4.", undefined]);
    assert.deepEqual(reasonFor(`{"rule": {}}`, 0), ["This is no list of dispatch rules.", undefined]);
    assert.deepEqual(reasonFor(`[{"rule": {},}]`, 0), [
      "Line 1, column 13 is no JSON (trailing comma): mend that first, then convert.",
      ",",
    ]);
    assert.deepEqual(reasonFor(`[{"rule": {}}, {"update": {"rule": {}}}]`, 1), [
      "What stands here looks like an update request itself: it cannot be a rule of its own.",
      `{"update": {"rule": {}}}`,
    ]);
  });
});

describe("a list as files", () => {
  test("every item has one, in order, also what cannot be converted", () => {
    const files = splitList(readRuleDocument(LIST), "wrapped");
    assert.deepEqual(
      files.map(({ fileName, conversion }) => [fileName, conversion.ok]),
      [
        ["Front-desk.dispatch-rule.json", true],
        ["SDR_2.dispatch-rule.json", true],
        ["SDR_3.dispatch-rule.json", true],
        ["rule-4.dispatch-rule.json", false],
      ],
    );
    for (const [index, file] of files.entries())
      assert.deepEqual(file.conversion, extractItem(readRuleDocument(LIST), index, "wrapped"));
  });

  test("an empty list has none, and what is no list has none", () => {
    assert.deepEqual(splitList(readRuleDocument(`{"items": []}`), "bare"), []);
    assert.deepEqual(splitList(readRuleDocument(`{"rule": {}}`), "bare"), []);
  });

  test("of a broken list each says why not", () => {
    const files = splitList(readRuleDocument(`{"items": [{"rule": {}} {"rule": {}}]}`), "bare");
    assert.deepEqual(
      files.map(({ conversion }) => conversion.ok || conversion.reason),
      Array(2).fill("Line 1, column 25 is no JSON (missing comma): mend that first, then convert."),
    );
  });

  test("a large list in one line is split in one pass", () => {
    const item = `{"rule":{"dispatchRuleIndividual":{"roomPrefix":"call-"}},"name":"desk"}`;
    const files = splitList(readRuleDocument(`{"items":[${Array(20_000).fill(item).join()}]}`), "wrapped");
    assert.equal(files.at(-1)?.fileName, "desk-20000.dispatch-rule.json");
    assert.equal(new Set(files.map(({ fileName }) => fileName)).size, 20_000);
  });
});
