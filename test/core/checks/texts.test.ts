/** Texts that are no JSON: what they are after all first fixes, one after another. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { applyEdits } from "../../../core/fixes.ts";
import type { Target } from "../../../core/rules/targets.ts";
import { documentOf, problemsIn, withMarks } from "./marked.ts";

function syntaxOf(text: string, target: Target = "auto") {
  const kinds = new Set(documentOf(text, target).tree.problems.map(({ kind }) => kind as string));
  return problemsIn(text, target).filter(({ code }) => kinds.has(code));
}

function mended(text: string): string {
  let now = text;
  for (let round = 0; round < 20; round++) {
    const fix = syntaxOf(now).find(({ fixes }) => fixes.length > 0)?.fixes[0];
    if (!fix) return now;
    now = applyEdits(now, fix.edits);
  }
  return `no end: ${now}`;
}

const RULE = `{"dispatch_rule": {"rule": {"dispatchRuleDirect": {"roomName": "a"}}}}`;

describe("a text that is no JSON", () => {
  const cases: [string, string, string][] = [
    ["comments", `/* a */${RULE.replace("}}}}", "} // b\n}}}")}`, RULE.replace("}}}}", "}\n}}}")],
    [
      "a comment in front of a missing comma",
      `{"rule": {} /* x */ "name": "a"}`,
      `{"rule": {}, "name": "a"}`,
    ],
    [
      "commas",
      `{"rule": {,"dispatchRuleDirect": {"roomName": "a",},},}`,
      `{"rule": {"dispatchRuleDirect": {"roomName": "a"}}}`,
    ],
    [
      "JavaScript",
      `{rule: {dispatchRuleDirect: {roomName: 'a'}}, 'trunk_ids': []}`,
      `{"rule": {"dispatchRuleDirect": {"roomName": "a"}}, "trunk_ids": []}`,
    ],
    [
      "Python",
      `{"rule": {"dispatchRuleCallee": {"randomize": True, "pin": None}}}`,
      `{"rule": {"dispatchRuleCallee": {"randomize": true, "pin": null}}}`,
    ],
    [
      "curly quotes",
      `{"trunk_ids": [], “rule”: {"dispatchRuleDirect": {"roomName": “my room”}}}`,
      `{"trunk_ids": [], "rule": {"dispatchRuleDirect": {"roomName": "my room"}}}`,
    ],
    ["words without quotes", `{"name": Support line, "rule": {}}`, `{"name": "Support line", "rule": {}}`],
    ["semicolons", `{"name": "a"; "rule": {}}`, `{"name": "a", "rule": {}}`],
    ["no-break spaces", `{"name":\u00a0"a",\u00a0"rule": {}}`, `{"name": "a", "rule": {}}`],
    ["equals signs", `{"name" = "a", "rule" {}}`, `{"name" : "a", "rule": {}}`],
    ["what stands in front", "```json\n" + RULE, RULE],
    ["what stands behind", `${RULE}\n}\n`, `${RULE}\n\n`],
    ["a cut file", RULE.slice(0, -3), RULE],
    ["a cut string", RULE.slice(0, -5), RULE],
    [
      "a cut list",
      `{\n  "rule": {},\n  "trunk_ids": [\n    "a",\n`,
      `{\n  "rule": {},\n  "trunk_ids": [\n    "a"\n  ]\n}\n`,
    ],
    [
      "quotes in a string",
      `{"rule": {}, "metadata": "{"a": {"b": "c"}}", "name": "x"}`,
      `{"rule": {}, "metadata": "{\\"a\\": {\\"b\\": \\"c\\"}}", "name": "x"}`,
    ],
    [
      "quotes in words",
      `{"rule": {},\n"name": "the "big" one"}`,
      `{"rule": {},\n"name": "the \\"big\\" one"}`,
    ],
    ["a missing bracket", `{"rule": {}, "trunk_ids": ["a"}`, `{"rule": {}, "trunk_ids": ["a"]}`],
    ["a wrong bracket", `{"rule": {"dispatchRuleDirect": {]}}`, `{"rule": {"dispatchRuleDirect": {}}}`],
  ];
  for (const [title, text, expected] of cases)
    it(title, () => {
      assert.equal(mended(text), expected);
      assert.deepEqual(syntaxOf(expected), []);
    });
});

describe("places", () => {
  const marked = (text: string, target: Target = "auto"): string => withMarks(text, syntaxOf(text, target));
  it("are those that must be mended", () => {
    assert.equal(marked(`{"rule": {}\n\n  "name": "a"}`), `{"rule": {⟦}⟧\n\n  "name": "a"}`);
    assert.equal(marked(`{"rule": {}, "name" "a"}`), `{"rule": {}, ⟦"name"⟧ "a"}`);
    assert.equal(marked(`{"rule": {}, "name"`), `{"rule": {}, ⟦"name"⟧`);
    assert.equal(marked(`{"rule": {}, // x\r\n "name": "a"}`), `{"rule": {}, ⟦// x⟧\r\n "name": "a"}`);
    assert.equal(marked(`${RULE}\n${RULE}\n`), `${RULE}\n⟦${RULE}⟧\n`);
  });

  it("of what is open are shown beside the end", () => {
    const text = `{"rule": {"dispatchRuleDirect": {}`;
    const [problem] = syntaxOf(text);
    assert.equal(problem?.code, "unexpected-end");
    assert.deepEqual(problem.related, [{ start: 9, end: 10, message: "Opened here." }]);
  });
});

describe("fixes that could lose something", () => {
  it("are never safe", () => {
    for (const text of [
      RULE.slice(0, -1),
      RULE.slice(0, -6),
      `${RULE}{}`,
      `x${RULE}`,
      `{"rule": [}`,
      `{"rule": {}, "a": 01}`,
    ])
      for (const { fixes, code } of syntaxOf(text)) for (const fix of fixes) assert.ok(!fix.isSafe, code);
  });

  it("are not offered for a comment that swallows the rest", () => {
    const [problem] = syntaxOf(`{"rule": {} /* x }`);
    assert.equal(problem?.fixes[0]?.isSafe, false);
  });
});

describe("an empty file", () => {
  it("gets the form that its reader wants", () => {
    for (const target of ["lk-create", "lk-update", "api-create"] as const) {
      const [problem] = problemsIn("", target);
      const [fix] = problem?.fixes ?? [];
      assert.ok(fix);
      assert.deepEqual(problemsIn(applyEdits("", fix.edits), target), []);
    }
  });
});
