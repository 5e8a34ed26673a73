import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { after, titles } from "./apply.ts";

describe("the other form", () => {
  test("a rule as a create request, and back", () => {
    assert.equal(after(`{|"rule": {}, "name": "x"}`, "Wrap"), `{"dispatch_rule": {"rule": {}, "name": "x"}}`);
    assert.equal(
      after(`{"dispatch_rule": {|"rule": {}, "name": "x"}}`, "Unwrap"),
      `{"rule": {}, "name": "x"}`,
    );
  });

  test("says what the result does not have", () => {
    assert.deepEqual(
      titles(`{|"sip_dispatch_rule_id": "SDR_1", "rule": {}}`).filter((title) => title.startsWith("Wrap")),
      ["Wrap in `dispatch_rule`, as `lk sip dispatch create` reads it (without `sip_dispatch_rule_id`)"],
    );
  });

  test("is not offered in the depths, in lists, and where something would be lost", () => {
    const forms = (text: string): readonly string[] =>
      titles(text).filter((title) => /^(Un)?[wW]rap/.test(title));
    assert.deepEqual(forms(`{"rule": {"dispatchRuleDirect": {|}}}`), []);
    assert.deepEqual(forms(`{"items": [{|"rule": {}}]}`), []);
    assert.deepEqual(forms(`{|"dispatch_rule": {"rule": {}}, "name": "x"}`), []);
  });
});
