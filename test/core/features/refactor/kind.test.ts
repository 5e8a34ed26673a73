import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { after, titles } from "./apply.ts";

describe("another kind", () => {
  test("the PIN stays, the room's name becomes the prefix and back", () => {
    assert.equal(
      after(
        `{"rule": {"|dispatchRuleDirect": {"roomName": "desk", "pin": "4711"}}, "name": "x"}`,
        "Make it an individual",
      ),
      `{"rule": {"dispatchRuleIndividual": {"roomPrefix": "desk", "pin": "4711"}}, "name": "x"}`,
    );
    assert.equal(
      after(
        `{"rule": {"dispatch_rule_callee": {"room_prefix": "li|ne-", "pin": "4711"}}}`,
        "Make it a direct",
      ),
      `{"rule": {"dispatch_rule_direct": {"room_name": "line-", "pin": "4711"}}}`,
    );
    assert.equal(
      after(`{"dispatch_rule": {"rule": |{"dispatchRuleDirect": {}}}}`, "Make it a callee"),
      `{"dispatch_rule": {"rule": {"dispatchRuleCallee": {}}}}`,
    );
  });

  test("calls that had rooms of their own keep them", () => {
    assert.equal(
      after(`{"rule": {"dispatchRuleIndividual|": {"roomPrefix": "call-"}}}`, "Make it a callee"),
      `{"rule": {"dispatchRuleCallee": {"roomPrefix": "call-", "randomize": true}}}`,
    );
    assert.equal(
      after(`{"rule": {"dispatchRuleIndividual|": {"noRandomness": false}}}`, "Make it a callee"),
      `{"rule": {"dispatchRuleCallee": {"randomize": true}}}`,
    );
    assert.equal(
      after(
        `{"rule": {"dispatch_rule_individual|": {"no_randomness": true, "room_prefix": "a"}}}`,
        "Make it a callee",
      ),
      `{"rule": {"dispatch_rule_callee": {"room_prefix": "a"}}}`,
    );
    assert.equal(
      after(
        `{"rule": {"dispatch_rule_callee|": {"room_prefix": "a", "randomize": false}}}`,
        "Make it an individual",
      ),
      `{"rule": {"dispatch_rule_individual": {"room_prefix": "a", "no_randomness": true}}}`,
    );
    assert.equal(
      after(`{"rule": {"dispatchRuleCallee|": {"roomPrefix": "a", "randomize": true}}}`, "Make it a direct"),
      `{"rule": {"dispatchRuleDirect": {"roomName": "a"}}}`,
    );
  });

  test("only in `rule`, only where there is one kind, and nothing would stand twice", () => {
    const kinds = (text: string): readonly string[] =>
      titles(text).filter((title) => title.startsWith("Make it"));
    assert.equal(kinds(`{"rule": {"dispatchRuleDirect": {|}}}`).length, 2);
    for (const text of [
      `{"na|me": "x", "rule": {"dispatchRuleDirect": {}}}`,
      `{"rule": {"dispatchRule|Direct": {}, "dispatchRuleCallee": {}}}`,
      `{"rule": {"dispatchRule|Direct": {"roomName": "a", "roomPrefix": "b"}}}`,
      `{"rule": {"dispatchRule|Callee": {"randomize": "yes"}}}`,
      `{"rule": {"dispatchRule|Individual": {"noRandomness": true, "no_randomness": true}}}`,
      `{"rule": {"dispatchRule|Direct": {"roomName": "a",}}}`,
    ])
      assert.deepEqual(kinds(text), [], text);
    assert.deepEqual(
      kinds(`{"rule": {"dispatchRule|Direct": {}, "dispatchRuleCallee": null}}`).map(
        (title) => title.split(":")[0],
      ),
      ["Make it an individual rule"],
    );
  });
});
