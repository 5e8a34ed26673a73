import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { checkDocument } from "../../../core/check-document.ts";
import { readRuleDocument } from "../../../core/document.ts";
import { applyEdits } from "../../../core/fixes.ts";
import { readJson } from "../../../core/json/reader.ts";

const kinds = (text: string): string[] => readJson(text).problems.map(({ kind }) => kind);

describe("reading on after a mistake", () => {
  test("a comment between a name and its colon is a comment, and removing it mends the text", () => {
    const text = `{"dispatch_rule" /* mine */ : {"rule": {"dispatchRuleDirect": {"roomName": "lobby"}}}}`;
    const [problem, ...others] = checkDocument(readRuleDocument(text));
    assert.equal(problem?.code, "comment");
    assert.deepEqual(others, []);
    assert.deepEqual(kinds(applyEdits(text, problem.fixes[0]?.edits ?? [])), []);
  });

  test("where a name and its value are missing, neither is named", () => {
    const problems = checkDocument(readRuleDocument(`{:}`, "lk-create"));
    const [missing] = problems.filter(({ code }) => code === "missing-value");
    assert.equal(missing?.message, "A value is missing here.");
    assert.deepEqual(missing.fixes, []);
  });

  test("a colon too many does not swallow the value", () => {
    assert.deepEqual(kinds(`{"hide_phone_number"::true}`), ["invalid-value"]);
  });

  test("a text that ends in a backslash ends inside a string, which is said once", () => {
    assert.deepEqual(kinds(`{"a": "x\\`), ["unclosed-string"]);
    assert.deepEqual(kinds(`{"a\\`), ["unclosed-string"]);
  });

  test("a broken string behind a missing comma is said once", () => {
    assert.deepEqual(kinds(`["a" "\\x"]`), ["bad-escape"]);
  });

  test("a string that is not closed hides no rule file: what is wrong is said", () => {
    const text = `{"metadata": "{\n"a": 1\n}", "rule": {"dispatchRuleDirect": {"roomName": "lobby"}}}`;
    const codes = checkDocument(readRuleDocument(text)).map(({ code }) => code);
    assert.ok(codes.includes("unclosed-string"), codes.join());
    assert.ok(!codes.includes("not-a-dispatch-rule"));
  });

  // Each of these took seconds or minutes when its time grew with the square of its length.
  test("no text is read in quadratic time", () => {
    const texts = [
      `{${Array.from({ length: 20_000 }, (_, i) => `"x${i}":1,`).join("")}${`"name":"a",`.repeat(20_000)}"rule":{}}`,
      `{"rule":{}, "room_config": {"max_participants": 0.${"0".repeat(400_000)}1}}`,
      `{"rule": ${"[".repeat(100_000)}}`,
      `{"rule":{},"trunk_ids":[${"[1,],".repeat(50_000)}]}`,
    ];
    for (const text of texts) assert.ok(checkDocument(readRuleDocument(text)).length > 0);
  });
});
