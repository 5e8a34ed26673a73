import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { readRuleDocument } from "../../../core/document.ts";
import { rulesInDocument } from "../../../core/routing-tests/rules-in-document.ts";
import { trunksInText } from "../../../core/routing-tests/trunks-in-text.ts";
import { anyDocument, EXAMPLES } from "../../support/documents.ts";

describe("rules in a document", () => {
  for (const [name, text] of Object.entries(EXAMPLES))
    test(name, () => {
      const found = rulesInDocument(readRuleDocument(text));
      assert.equal(found.ok, name !== "update");
      if (found.ok) assert.equal(found.rules.length, 1);
    });

  test("no text makes it throw, and a rule is never taken out of a broken one", () => {
    fc.assert(
      fc.property(anyDocument, (text) => {
        const document = readRuleDocument(text);
        const found = rulesInDocument(document);
        if (document.tree.problems.length > 0) assert.equal(found.ok, false);
      }),
    );
  });
});

describe("trunks in a text", () => {
  const trunk = `{"sip_trunk_id": "ST_a", "numbers": ["+1"], "authPassword": "secret"}`;
  const forms = [trunk, `[${trunk}]`, `{"items": [${trunk}]}`, `{"trunk": ${trunk}}`];
  for (const text of forms)
    test(text, () => {
      const { trunks, leftOut } = trunksInText(text);
      assert.deepEqual(leftOut, []);
      assert.deepEqual(trunks, [{ sipTrunkId: "ST_a", numbers: ["+1"], hasPassword: true }]);
    });

  const refused: readonly (readonly [text: string, reason: RegExp])[] = [
    ["", /no JSON/],
    ["[", /no JSON/],
    ["7", /an inbound trunk is an object/],
    [`[${trunk}, null]`, /an inbound trunk is an object/],
    [`{"name": 7}`, /LiveKit could not read it: proto: /],
    [`{"address": "sip.example.com", "name": "x"}`, /outbound/],
    [`{"rule": {}}`, /nothing in it is an inbound trunk's/],
  ];
  for (const [text, reason] of refused)
    test(`${text}: left out`, () => assert.match(trunksInText(text).leftOut[0]?.reason ?? "", reason));

  test("a field of a newer server hides no trunk", () => {
    assert.equal(trunksInText(`{"sipTrunkId": "ST_a", "newer": 1}`).trunks.length, 1);
  });

  test("no text makes it throw", () => {
    fc.assert(fc.property(anyDocument, (text) => void trunksInText(text)));
  });
});
