import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { readRuleDocument } from "../../../core/document.ts";
import { highlights } from "../../../core/features/highlights.ts";
import { anyDocument } from "../../support/documents.ts";
import { withMarks } from "../checks/marked.ts";
import { atCursor } from "./cursor.ts";

/** The document with what is highlighted in marks. */
function marks(marked: string): string {
  const { document, offset } = atCursor(marked);
  return withMarks(document.text, highlights(document, offset));
}

describe("highlights", () => {
  test("the same trunk in other rules, and in the edits of an update", () => {
    assert.equal(
      marks(`[{"trunk_ids": ["ST_|1", "ST_2"], "name": "ST_1"}, {"trunkIds": ["ST_1"]}]`),
      `[{"trunk_ids": [⟦"ST_1"⟧, "ST_2"], "name": "ST_1"}, {"trunkIds": [⟦"ST_1"⟧]}]`,
    );
    assert.equal(
      marks(
        `{"sip_dispatch_rule_id": "SDR_1", "update": {"trunk_ids": {"add": ["ST_|1"], "remove": ["ST_1"]}}}`,
      ),
      `{"sip_dispatch_rule_id": "SDR_1", "update": {"trunk_ids": {"add": [⟦"ST_1"⟧], "remove": [⟦"ST_1"⟧]}}}`,
    );
  });

  test("the same number in another manner of writing, calling or called", () => {
    assert.equal(
      marks(`{"rule": {}, "numbers": ["+1 555 |0100"], "inbound_numbers": ["15550100", "+15550101"]}`),
      `{"rule": {}, "numbers": [⟦"+1 555 0100"⟧], "inbound_numbers": [⟦"15550100"⟧, "+15550101"]}`,
    );
  });

  test("the same agent, however its name is escaped", () => {
    assert.equal(
      marks(`{"room_config": {"agents": [{"agent_name": "|triage"}, {"agentName": "tri\\u0061ge"}]}}`),
      `{"room_config": {"agents": [{"agent_name": ⟦"triage"⟧}, {"agentName": ⟦"tri\\u0061ge"⟧}]}}`,
    );
  });

  test("both keys of a duplicate, and kinds that exclude each other", () => {
    assert.equal(
      marks(`{"rule": {}, "|trunk_ids": [], "trunkIds": [], "name": ""}`),
      `{"rule": {}, ⟦"trunk_ids"⟧: [], ⟦"trunkIds"⟧: [], "name": ""}`,
    );
    assert.equal(
      marks(
        `{"rule": {"dispatchRule|Direct": {}, "dispatchRuleCallee": {}, "dispatchRuleIndividual": null}}`,
      ),
      `{"rule": {⟦"dispatchRuleDirect"⟧: {}, ⟦"dispatchRuleCallee"⟧: {}, "dispatchRuleIndividual": null}}`,
    );
    assert.equal(
      marks(`{"rule": {}, "attributes": {"|a": "1", "b": "2", "a": "3"}}`),
      `{"rule": {}, "attributes": {⟦"a"⟧: "1", "b": "2", ⟦"a"⟧: "3"}}`,
    );
  });

  test("nothing on a key alone, an empty string, an attribute, a bracket", () => {
    for (const text of [
      `{"rule": {}, "|name": ""}`,
      `{"rule": {"dispatchRuleDirect": {"roomName": "a", "pin": "|"}}}`,
      `{"rule": {}, "attributes": {"a": "|1", "b": "1"}}`,
      `{"rule": |{}}`,
    ])
      assert.equal(marks(text), text.replace("|", ""));
  });

  test("are in order and touch the cursor, in any text at any place", () => {
    fc.assert(
      fc.property(anyDocument, fc.double({ min: 0, max: 1, noNaN: true }), (text, place) => {
        const at = Math.floor(place * text.length);
        const ranges = highlights(readRuleDocument(text), at);
        for (const [index, { start, end }] of ranges.entries())
          assert.ok((ranges[index - 1]?.end ?? 0) <= start && start <= end && end <= text.length);
        assert.ok(ranges.length === 0 || ranges.some(({ start, end }) => start <= at && at <= end));
      }),
      { numRuns: 2000 },
    );
  });
});
