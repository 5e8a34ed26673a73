import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { after, titles } from "./apply.ts";

const MIXED = `{"trunk_|ids": [], "rule": {"dispatchRuleDirect": {"roomName": "a"}}, "attributes": {"team_name": "x"}, "unknown_key": 1}`;

describe("one spelling", () => {
  test("for every field, and for nothing else", () => {
    assert.equal(
      after(MIXED, "Spell all fields in camelCase"),
      `{"trunkIds": [], "rule": {"dispatchRuleDirect": {"roomName": "a"}}, "attributes": {"team_name": "x"}, "unknown_key": 1}`,
    );
    assert.equal(
      after(MIXED, "Spell all fields in snake_case"),
      `{"trunk_ids": [], "rule": {"dispatch_rule_direct": {"room_name": "a"}}, "attributes": {"team_name": "x"}, "unknown_key": 1}`,
    );
  });

  test("for one rule of a list", () => {
    assert.equal(
      after(
        `[{"rule": {}, "trunk_ids|": []}, {"rule": {}, "trunk_ids": []}]`,
        "Spell all fields in camelCase",
      ),
      `[{"rule": {}, "trunkIds": []}, {"rule": {}, "trunk_ids": []}]`,
    );
  });

  test("is offered on a field with two spellings, and where there is something to change", () => {
    const spellings = (text: string): readonly string[] =>
      titles(text).filter((title) => title.startsWith("Spell"));
    assert.deepEqual(spellings(`{"|rule": {}, "trunk_ids": []}`), []);
    assert.deepEqual(spellings(`{"rule": {}, "|trunk_ids": []}`), ["Spell all fields in camelCase"]);
    assert.deepEqual(spellings(`{"rule": {}, "|trunk_ids": [], "trunkIds": []}`), []);
  });
});
