import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { offered } from "./apply.ts";

const extracted = (text: string) => offered(text).filter(({ kind }) => kind === "refactor.extract");

describe("a rule out of a list", () => {
  test("becomes a file in either form; the list stays", () => {
    const list = `{"items": [{"rule": {}}, {"sipDispatchRuleId": "SDR_1", "name": "Night shift", "rule": {"dispatchRuleCallee": {|}}}]}`;
    assert.deepEqual(
      extracted(list).map(({ edits, newFile }) => [edits.length, newFile?.name, newFile?.text]),
      [
        [
          0,
          "Night-shift.dispatch-rule.json",
          `{"sipDispatchRuleId": "SDR_1", "name": "Night shift", "rule": {"dispatchRuleCallee": {}}}`,
        ],
        [
          0,
          "Night-shift.dispatch-rule.json",
          `{"dispatch_rule": {"name": "Night shift", "rule": {"dispatchRuleCallee": {}}}}`,
        ],
      ],
    );
  });

  test("without a name is called by its place", () => {
    assert.equal(
      extracted(`[{"rule": {}, "name": "a"}, {"ru|le": {}}]`)[0]?.newFile?.name,
      "rule-2.dispatch-rule.json",
    );
  });

  test("nothing beside the rules, and in no other document", () => {
    assert.deepEqual(extracted(`{"it|ems": [{"rule": {}}]}`), []);
    assert.deepEqual(extracted(`{"items": [{"rule": {}}, |1]}`), []);
    assert.deepEqual(extracted(`{"rule": {|}}`), []);
  });
});
