/** Members that exclude one another, and the fixes that keep one of them. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { applyEdits } from "../../../core/fixes.ts";
import { problemsOf } from "./marked.ts";

function ways(code: string, text: string): [string, string][] {
  return (problemsOf(code, text)[0]?.fixes ?? []).map((fix) => [fix.title, applyEdits(text, fix.edits)]);
}

describe("two kinds", () => {
  it("are one by any of the fixes, whatever stands where", () => {
    assert.deepEqual(ways("rule-kinds", `{"rule": {"dispatchRuleDirect": {}, "dispatchRuleCallee": {}}}`), [
      ["Keep direct", `{"rule": {"dispatchRuleDirect": {}}}`],
      ["Keep callee", `{"rule": {"dispatchRuleCallee": {}}}`],
    ]);
  });

  it("point to the first one, and do not count one that is null", () => {
    const text = `{"rule": {"dispatch_rule_individual": null, "dispatch_rule_callee": {}, "dispatchRuleDirect": {}}}`;
    const [problem] = problemsOf("rule-kinds", text);
    assert.equal(text.slice(problem?.start, problem?.end), `"dispatchRuleDirect"`);
    const [first] = problem?.related ?? [];
    assert.equal(text.slice(first?.start, first?.end), `"dispatch_rule_callee"`);
    assert.deepEqual(ways("rule-kinds", text), [
      ["Keep callee", `{"rule": {"dispatch_rule_individual": null, "dispatch_rule_callee": {}}}`],
      ["Keep direct", `{"rule": {"dispatch_rule_individual": null, "dispatchRuleDirect": {}}}`],
    ]);
  });

  it("may be three, on lines of their own", () => {
    const text = `{
  "rule": {
    "dispatchRuleDirect": {},
    "dispatchRuleIndividual": {},
    "dispatchRuleCallee": {}
  }
}`;
    assert.equal(problemsOf("rule-kinds", text).length, 2);
    for (const [title, result] of ways("rule-kinds", text)) {
      const kept = title.replace(/Keep (.)/, (_, first: string) => `dispatchRule${first.toUpperCase()}`);
      assert.equal(result, `{\n  "rule": {\n    "${kept}": {}\n  }\n}`);
    }
  });

  it("quote LiveKit", () => {
    const text = `{"dispatch_rule": {"rule": {"dispatchRuleDirect": {}, "dispatch_rule_callee": {}}}}`;
    assert.equal(
      problemsOf("rule-kinds", text)[0]?.livekit?.text,
      'proto: (line 1:55): error parsing "dispatch_rule_callee", oneof livekit.SIPDispatchRule.rule is already set',
    );
  });
});

describe("a field twice", () => {
  it("is one field in two spellings", () => {
    const text = `{"trunk_ids": ["a"], "trunkIds": ["b"], "rule": {"dispatchRuleDirect": {}}}`;
    assert.match(
      problemsOf("duplicate-field", text)[0]?.message ?? "",
      /^`trunk_ids` and `trunkIds` are one field in two spellings/,
    );
    assert.deepEqual(ways("duplicate-field", text), [
      ["Keep `trunk_ids`", `{"trunk_ids": ["a"], "rule": {"dispatchRuleDirect": {}}}`],
      ["Keep `trunkIds`", `{"trunkIds": ["b"], "rule": {"dispatchRuleDirect": {}}}`],
    ]);
  });

  it("is told apart by its place where the spelling is the same", () => {
    assert.deepEqual(
      ways("duplicate-field", `{"rule": {}, "name": "a", "name": "b", "name": "c"}`).map(([title]) => title),
      ["Keep the first `name`", "Keep the second `name`", "Keep the third `name`"],
    );
  });
});
