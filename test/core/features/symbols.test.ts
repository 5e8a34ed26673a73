import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { readRuleDocument } from "../../../core/document.ts";
import { documentSymbols, type DocumentSymbol } from "../../../core/features/symbols.ts";
import { anyDocument, EXAMPLES } from "../../support/documents.ts";

/** One line a symbol: kind, name, detail, indented as it is nested. */
function outline(text: string): string {
  const lines = (symbols: readonly DocumentSymbol[], indent: string): string[] =>
    symbols.flatMap(({ kind, name, detail, children }) => [
      `${indent}${kind} ${name}${detail === "" ? "" : ` (${detail})`}`,
      ...lines(children, `${indent}  `),
    ]);
  return lines(documentSymbols(readRuleDocument(text)), "").join("\n");
}

describe("the outline", () => {
  test("names a wrapped rule, its trunks and its agents", () => {
    assert.equal(
      outline(EXAMPLES.wrapped),
      `rule Support — nights (individual, rooms support-…)
  string name (Support — nights)
  object rule
    kind dispatchRuleIndividual (support-)
      string roomPrefix (support-)
  list trunk_ids
    trunk ST_8m3KxQv7Rt2Z
  object roomConfig
    list agents
      agent triage
        string agentName (triage)
        string metadata ({"voice": "nova"})
  object media
    list codecs
      object PCMU
        string name (PCMU)
        numeric rate (8000)
    string mediaTimeout (30s)`,
    );
  });

  test("shows a list as its rules, by name, by id, by place", () => {
    const list = `{"items": [
      {"name": "Days", "rule": {"dispatchRuleDirect": {"roomName": "a", "pin": "1"}}},
      {"sipDispatchRuleId": "SDR_1", "rule": {}},
      {"rule": {"dispatchRuleCallee": {}}}
    ], "next": 1}`;
    const rules = documentSymbols(readRuleDocument(list));
    assert.deepEqual(
      rules.map(({ name, detail }) => [name, detail]),
      [
        ["Days", "direct, room a"],
        ["SDR_1", ""],
        ["rule 3", "callee"],
      ],
    );
  });

  test("goes to a rule's name, and to a bracket where there is none", () => {
    const text = `{"rule": {"dispatchRuleDirect": {}}, "name": "Days"}`;
    const [rule] = documentSymbols(readRuleDocument(text));
    assert.equal(text.slice(rule!.nameRange.start, rule!.nameRange.end), `"Days"`);
    const [unnamed] = documentSymbols(readRuleDocument(EXAMPLES.direct));
    assert.deepEqual(unnamed!.nameRange, { start: 0, end: 1 });
  });

  test("does not repeat storage keys", () => {
    const text = `{"rule": {}, "room_config": {"egress": {"tracks": {"s3": {"bucket": "calls", "secret": "k"}}}}}`;
    assert.match(outline(text), /string secret$/m);
  });

  test("names what has no name, and shows foreign JSON as it is", () => {
    assert.equal(outline(`{"": {}, " ": [null, true]}`), `object ""\nlist ""\n  null null\n  boolean true`);
    assert.equal(outline(`{"rule": {"name": "x`), `rule dispatch rule\n  object rule\n    string name (x)`);
    assert.equal(outline(""), "");
  });

  test("of any text is nested, in order and named", () => {
    fc.assert(
      fc.property(anyDocument, (text) =>
        assertNested(documentSymbols(readRuleDocument(text)), 0, text.length),
      ),
      { numRuns: 2000 },
    );
  });

  test("of a huge text stays small", () => {
    const count = (symbols: readonly DocumentSymbol[]): number =>
      symbols.reduce((sum, symbol) => sum + 1 + count(symbol.children), 0);
    const item = `{"name": "a", "rule": {"dispatchRuleDirect": {"roomName": "a"}}}`;
    assert.equal(
      count(documentSymbols(readRuleDocument(`{"items": [${`${item},`.repeat(20_000)}${item}]}`))),
      10_000,
    );
    assert.ok(count(documentSymbols(readRuleDocument("[".repeat(200_000)))) < 100);
    assert.ok(count(documentSymbols(readRuleDocument(`[${"1,".repeat(200_000)}1]`))) <= 10_000);
  });
});

function assertNested(symbols: readonly DocumentSymbol[], start: number, end: number): void {
  let last = start;
  for (const symbol of symbols) {
    assert.notEqual(symbol.name.trim(), "");
    assert.ok(last <= symbol.start && symbol.start <= symbol.end && symbol.end <= end);
    assert.ok(symbol.start <= symbol.nameRange.start && symbol.nameRange.start <= symbol.nameRange.end);
    assert.ok(symbol.nameRange.end <= symbol.end);
    assertNested(symbol.children, symbol.start, symbol.end);
    last = symbol.end;
  }
}
