import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { readRuleDocument } from "../../../core/document.ts";
import { encodeMetadata, metadataAt, metadataStrings } from "../../../core/features/metadata-strings.ts";
import { anyDocument, EXAMPLES } from "../../support/documents.ts";
import { atCursor, textOf } from "./cursor.ts";

function found(text: string): [owner: string, name: string, path: string, text: string][] {
  return metadataStrings(readRuleDocument(text)).map(({ owner, ownerName, path, text: value }) => [
    owner,
    ownerName,
    path.join("."),
    value,
  ]);
}

describe("metadata strings", () => {
  test("of the rule, its agents, its room; in document order", () => {
    assert.deepEqual(
      found(`{"dispatch_rule": {"name": "Days", "rule": {}, "metadata": "{\\"a\\": 1}", "roomConfig": {
        "metadata": "room", "agents": [{}, {"metadata": "x", "agent_name": "triage"}]}}}`),
      [
        ["rule", "Days", "dispatch_rule.metadata", `{"a": 1}`],
        ["room", "", "dispatch_rule.roomConfig.metadata", "room"],
        ["agent", "triage", "dispatch_rule.roomConfig.agents.1.metadata", "x"],
      ],
    );
    assert.deepEqual(found(EXAMPLES.metadata)[0]![2], "metadata");
    assert.deepEqual(found(`{"items": [{"rule": {}}, {"rule": {}, "metadata": "m"}]}`), [
      ["rule", "", "items.1.metadata", "m"],
    ]);
    assert.equal(
      found(`{"sip_dispatch_rule_id": "SDR_1", "update": {"metadata": "m"}}`)[0]![2],
      "update.metadata",
    );
  });

  test("nothing that is no string, no field, or an upload's map", () => {
    assert.deepEqual(
      found(`{"rule": {}, "metadata": {"a": 1}, "attributes": {"metadata": "x"}, "room_config": {"egress":
        {"tracks": {"s3": {"metadata": {"metadata": "x"}}}}}}`),
      [],
    );
  });

  test("at the cursor, from quote to quote", () => {
    const { document, offset } = atCursor(`{"rule": {}, "metadata": "{\\"a\\|": 1}"}`);
    const metadata = metadataAt(document, offset);
    assert.equal(textOf(document, metadata!.range), `"{\\"a\\": 1}"`);
    assert.equal(textOf(document, metadata!.content), `{\\"a\\": 1}`);
    assert.equal(metadata!.text[metadata!.offsets.toIndex(offset)], `"`);
    for (const none of [`{"rule": {}, "meta|data": "a"}`, `{"rule": {}, "name": "a|"}`, `|`]) {
      const place = atCursor(none);
      assert.equal(metadataAt(place.document, place.offset), undefined);
    }
  });

  test("without its closing quote", () => {
    const { document, offset } = atCursor(`{"rule": {}, "metadata": "{\\"a|`);
    const metadata = metadataAt(document, offset);
    assert.equal(metadata!.isClosed, false);
    assert.equal(metadata!.text, `{"a`);
    assert.equal(metadata!.content.end, document.text.length);
  });

  test("are written as JSON", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        assert.equal(JSON.parse(encodeMetadata(text)), text);
      }),
    );
  });

  test("have a text, a path and places in any document", () => {
    fc.assert(
      fc.property(anyDocument, (text) => {
        for (const metadata of metadataStrings(readRuleDocument(text))) {
          const { offsets, content, path } = metadata;
          assert.equal(offsets.value, metadata.text);
          assert.ok(path.length > 0);
          assert.ok(content.start <= content.end && content.end <= text.length);
          for (let index = 0; index <= metadata.text.length; index++)
            assert.equal(offsets.toIndex(offsets.toOffset(index)), index);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
