import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readJson } from "../../../core/json/reader.ts";
import { canonicalMessage } from "../../../core/protocol/canonical.ts";
import { judge } from "../../../core/protocol/verdict.ts";

function canonical(text: string): unknown {
  const tree = readJson(text);
  assert.ok(judge(tree, "info").ok, text);
  return canonicalMessage(tree, 0);
}

describe("a rule as protojson writes it", () => {
  test("names in JSON's spelling, defaults left out", () => {
    assert.deepEqual(
      canonical(
        `{"trunk_ids": [], "name": "", "hide_phone_number": false, "room_config": {"empty_timeout": "3e1"}}`,
      ),
      { roomConfig: { emptyTimeout: 30 } },
    );
  });

  test("the text 0 is no default: a PIN of one zero stays", () => {
    assert.deepEqual(
      canonical(`{"name": "0", "rule": {"dispatchRuleDirect": {"pin": "0", "roomName": "false"}}}`),
      {
        name: "0",
        rule: { dispatchRuleDirect: { pin: "0", roomName: "false" } },
      },
    );
  });

  test("what has presence stays, also empty", () => {
    assert.deepEqual(canonical(`{"rule": {}, "media": {"encryption": 0, "media_timeout": "0.500s"}}`), {
      rule: {},
      media: { encryption: "SIP_MEDIA_ENCRYPT_DISABLE", mediaTimeout: "0.500s" },
    });
  });

  test("a key that means something to JavaScript is a key", () => {
    const { attributes } = canonical(`{"attributes": {"__proto__": "x", "constructor": "y"}}`) as {
      attributes: object;
    };
    assert.deepEqual(Object.entries(attributes), [
      ["__proto__", "x"],
      ["constructor", "y"],
    ]);
  });
});
