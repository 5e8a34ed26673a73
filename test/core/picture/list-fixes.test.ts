/** Fixes that add to a list of a rule, whatever stands there; the rule that comes out is one that LiveKit takes. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { checkDocument } from "../../../core/check-document.ts";
import { readRuleDocument } from "../../../core/document.ts";
import { checkInPicture } from "../../../core/picture/check-picture.ts";
import { Picture } from "../../../core/picture/picture.ts";
import { fixedText } from "./pictures.ts";

const TRUNK = { sipTrunkId: "ST_8m3KxQv7Rt2Z", numbers: ["+15550100"] };

function fixed(members: string, code: string): string | undefined {
  const picture = new Picture();
  picture.setFacts({ trunks: [{ trunk: TRUNK }], hasAllTrunks: true });
  const text = `{"dispatch_rule": {${members}, "rule": {"dispatchRuleDirect": {"roomName": "sales"}}}}`;
  const open = `{"dispatch_rule": {"trunk_ids": ["ST_8m3KxQv7Rt2Z"], "rule": {"dispatchRuleDirect": {"roomName": "all"}}}}`;
  picture.setFile("open.json", open);
  picture.setFile("sales.json", text);
  const problem = checkInPicture(picture, "sales.json").find((each) => each.code === code);
  const mended = problem && fixedText(text, problem);
  if (mended !== undefined)
    assert.ok(checkDocument(readRuleDocument(mended)).every(({ livekit }) => !livekit));
  return mended && /^\{"dispatch_rule": \{(.*), "rule".*?\}{2,3}(.*)\}\}$/.exec(mended)?.slice(1).join("");
}

describe("a list that gets another entry", () => {
  const numbers = `"numbers": ["+15550100"]`;
  const trunks: readonly (readonly [string, string])[] = [
    [numbers, `${numbers}, "trunkIds": ["ST_8m3KxQv7Rt2Z"]`],
    [`"trunkIds": [], ${numbers}`, `"trunkIds": ["ST_8m3KxQv7Rt2Z"], ${numbers}`],
    [`"trunk_ids": null, ${numbers}`, `"trunk_ids": ["ST_8m3KxQv7Rt2Z"], ${numbers}`],
  ];
  for (const [before, after] of trunks)
    it(before, () => {
      assert.equal(fixed(before, "rule-never-wins"), after);
    });

  const moved: readonly (readonly [string, string])[] = [
    [
      `"numbers": null, "inbound_numbers": ["+15550100", "+15550177"]`,
      `"numbers": ["+15550100"], "inbound_numbers": ["+15550177"]`,
    ],
    [
      `"numbers": ["+15550101"], "inbound_numbers": ["+15550100", "+15550177"]`,
      `"numbers": ["+15550101", "+15550100"], "inbound_numbers": ["+15550177"]`,
    ],
  ];
  for (const [before, after] of moved)
    it(before, () => {
      assert.equal(fixed(before, "called-number-as-caller"), after);
    });
});
