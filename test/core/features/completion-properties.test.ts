import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { readRuleDocument } from "../../../core/document.ts";
import { complete, type CompletionItem } from "../../../core/features/completion.ts";
import type { Facts } from "../../../core/features/facts.ts";
import { readJson } from "../../../core/json/reader.ts";
import { Kind } from "../../../core/json/tree.ts";
import { TARGETS } from "../../../core/rules/targets.ts";
import { anyDocument, EXAMPLES } from "../../support/documents.ts";
import { accept } from "./marked.ts";

/** Names that mean something to JSON or to snippets. */
const HOSTILE: Facts = {
  trunks: [
    { id: `ST_|,}$\\"x`, name: "Car$r}ier", numbers: ["+15550199", `"}`] },
    { id: "ST_8m3KxQv7Rt2Z", name: "", numbers: [] },
  ],
  agentNames: [`tri"a$g}e`, "b,|\\"],
  attributeNames: ["team", `x$y}\\"\n`],
};

const DOCUMENTS = [
  ...Object.values(EXAMPLES),
  JSON.stringify(JSON.parse(EXAMPLES.wrapped)),
  JSON.stringify(JSON.parse(EXAMPLES.list), null, "\t").replaceAll("\n", "\r\n"),
  `{"rule": {}, "room_config": {"egress": {"room": {"file_outputs": [{"s3": {}}]}}}}`,
  "{}",
  "{ }",
  "[]",
  "",
];

function itemsAt(text: string, offset: number, facts = HOSTILE): CompletionItem[] {
  return complete(readRuleDocument(text), offset, facts);
}

/** What is wrong with the text after an item was accepted, besides its early end. */
function problemsAfter(text: string, item: CompletionItem): string[] {
  return readJson(accept(text, item))
    .problems.filter(({ kind }) => kind !== "unexpected-end")
    .map(({ kind }) => kind);
}

function assertFits(text: string, offset: number, { edit, additionalEdits = [] }: CompletionItem): void {
  assert.ok(0 <= edit.start && edit.start <= offset && offset <= edit.end && edit.end <= text.length);
  assert.doesNotMatch(text.slice(edit.start, edit.end), /[\r\n]/);
  // LSP wants them apart from the edit itself.
  for (const additional of additionalEdits) assert.ok(0 <= additional.start && additional.end < edit.start);
}

describe("accepting any completion", () => {
  for (const target of TARGETS)
    test(`leaves a well-formed document well-formed, for ${target}`, () => {
      for (const text of DOCUMENTS)
        for (let offset = 0; offset <= text.length; offset++)
          for (const item of complete(readRuleDocument(text, target), offset, HOSTILE)) {
            assertFits(text, offset, item);
            const after = accept(text, item);
            assert.doesNotThrow(() => JSON.parse(after) as unknown, `${item.label} at ${offset}: ${after}`);
          }
    });

  test("adds no problem at the end of any prefix", () => {
    for (const text of DOCUMENTS)
      for (let end = 0; end <= text.length; end++) {
        const prefix = text.slice(0, end);
        for (const item of itemsAt(prefix, end)) assert.deepEqual(problemsAfter(prefix, item), [], prefix);
      }
  });

  test("fills the gap that a member, a value or a quote left", () => {
    for (const text of DOCUMENTS)
      for (const { name, broken, offset } of gapsIn(text))
        for (const item of itemsAt(broken, offset))
          assert.deepEqual(problemsAfter(broken, item), [], `${name}, ${item.label}: ${broken}`);
  });
});

interface Gap {
  readonly name: string;
  readonly broken: string;
  readonly offset: number;
}

/** Places at which a document is while somebody types in its middle. */
function* gapsIn(text: string): Generator<Gap> {
  const tree = readJson(text);
  for (let node = 0; node < tree.size; node++) {
    if (tree.kind(node) !== Kind.Key) continue;
    const start = tree.start(node);
    const [value, end] = [tree.start(node + 1), tree.end(node + 1)];
    const behind = /^\s*,/.exec(text.slice(end))?.[0].length ?? 0;
    const front = /,\s*$/.exec(text.slice(0, start))?.[0].length ?? 0;
    const without = (from: number, to: number, typed = ""): Omit<Gap, "name"> => ({
      broken: text.slice(0, from) + typed + text.slice(to),
      offset: from + typed.length,
    });
    yield { name: "no member", ...without(start, end) };
    yield { name: "no member, no comma behind", ...without(start, end + behind) };
    yield { name: "no member, no comma in front", ...without(start - front, end) };
    yield { name: "no value", ...without(value, end) };
    yield { name: "no value, no comma", ...without(value, end + behind) };
    yield { name: "half a name", ...without(start, end, `"na`) };
    yield { name: "half a name, no comma", ...without(start, end + behind, `"na`) };
    yield { name: "a name without quotes", ...without(start, end, "na") };
    if (tree.kind(node + 1) === Kind.String) yield { name: "half a text", ...without(value, end, `"te`) };
  }
}

describe("whatever the text and the offset", () => {
  test("completion answers, inside the text", () => {
    fc.assert(
      fc.property(anyDocument, fc.double({ min: -0.2, max: 1.2, noNaN: true }), (text, place) => {
        const offset = Math.round(place * text.length);
        const inside = Math.min(Math.max(0, offset), text.length);
        for (const item of itemsAt(text, offset)) assertFits(text, inside, item);
      }),
      { numRuns: 2000 },
    );
    for (const offset of [NaN, Infinity, -Infinity, -1, 1e9, 0.5]) assert.ok(itemsAt("{}", offset));
  });

  test("items are in the order of their sort texts, the first is selected", () => {
    fc.assert(
      fc.property(anyDocument, fc.double({ min: 0, max: 1, noNaN: true }), (text, place) => {
        const items = itemsAt(text, Math.round(place * text.length));
        const sorted = [...items].sort((a, b) => (a.sortText < b.sortText ? -1 : 1));
        assert.deepEqual(items, sorted);
        assert.ok(items.every(({ preselect }, index) => preselect === (index === 0)));
      }),
    );
  });
});
