import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { readRuleDocument } from "../../../core/document.ts";
import { inlayHints, UNITS, type HintKind } from "../../../core/features/inlay-hints.ts";
import documentation from "../../../schemas/documentation.json" with { type: "json" };
import { anyDocument } from "../../support/documents.ts";

/** The document with its hints in marks. */
function hinted(text: string, kinds?: readonly HintKind[]): string {
  const hints = inlayHints(readRuleDocument(text), { start: 0, end: text.length }, kinds);
  return hints.reduceRight(
    (out, { offset, label }) => `${out.slice(0, offset)}⟦${label}⟧${out.slice(offset)}`,
    text,
  );
}

describe("inlay hints", () => {
  test("the room of an individual rule", () => {
    assert.equal(
      hinted(`{"rule": {"dispatchRuleIndividual": {"roomPrefix": "call-"}}}`),
      `{"rule": {"dispatchRuleIndividual": {"roomPrefix": "call-"⟦→ call-_+15550100_…⟧}}}`,
    );
    assert.equal(
      hinted(`{"rule": {"dispatchRuleIndividual": {"noRandomness": true}}}`),
      `{"rule": {"dispatchRuleIndividual": {"noRandomness": true⟦— all calls of one caller share a room⟧}⟦→ +15550100⟧}}`,
    );
  });

  test("that a callee rule shares its rooms, which LiveKit's guide denies", () => {
    assert.equal(
      hinted(`{"rule": {"dispatchRuleCallee": {"roomPrefix": "line-", "randomize": false}}}`),
      `{"rule": {"dispatchRuleCallee": {"roomPrefix": "line-"⟦→ line-_+15550199⟧, "randomize": false⟦— callers share a room⟧}}}`,
    );
    assert.equal(
      hinted(`{"rule": {"dispatchRuleCallee": {"roomPrefix": "line-"}}}`),
      `{"rule": {"dispatchRuleCallee": {"roomPrefix": "line-"⟦→ line-_+15550199 · randomize: false — callers share a room⟧}}}`,
    );
    assert.equal(
      hinted(`{"rule": {"dispatchRuleCallee": {"randomize": true}}}`, ["default"]),
      `{"rule": {"dispatchRuleCallee": {"randomize": true}}}`,
    );
  });

  test("what empty values mean; nothing about a direct rule's room", () => {
    assert.equal(
      hinted(
        `{"trunk_ids": [], "numbers": ["+1"], "rule": {"dispatchRuleDirect": {"roomName": "a", "pin": ""}}}`,
      ),
      `{"trunk_ids": []⟦— calls of every trunk⟧, "numbers": ["+1"], "rule": {"dispatchRuleDirect": {"roomName": "a", "pin": ""⟦— no PIN⟧}}}`,
    );
  });

  test("two at one place are one, so that they do not read as one sentence", () => {
    assert.equal(
      hinted(`{"rule": {"dispatchRuleCallee": {"roomPrefix": "line-", "pin": ""}}}`, ["default"]),
      `{"rule": {"dispatchRuleCallee": {"roomPrefix": "line-", "pin": ""⟦— no PIN · randomize: false — callers share a room⟧}}}`,
    );
  });

  test("units, and the names of numbers", () => {
    assert.equal(
      hinted(
        `{"rule": {}, "media": {"encryption": 1}, "room_config": {"empty_timeout": 300, "max_playout_delay": 40}}`,
      ),
      `{"rule": {}, "media": {"encryption": 1⟦SIP_MEDIA_ENCRYPT_ALLOW⟧}, "room_config": {"empty_timeout": 300⟦s⟧, "max_playout_delay": 40⟦ms⟧}}`,
    );
  });

  test("the units are the documentation's", () => {
    const short: Readonly<Record<string, string>> = {
      seconds: "s",
      milliseconds: "ms",
    };
    const texts: Readonly<Record<string, object | undefined>> = documentation;
    for (const [name, unit] of Object.entries(UNITS)) {
      const text = texts[`livekit.${name}`];
      const documented = text && "unit" in text ? String(text.unit) : "none";
      assert.equal(short[documented] ?? documented, unit, name);
    }
  });

  test("only the kinds and the part that are asked for", () => {
    const text = `[{"trunk_ids": [], "rule": {"dispatchRuleCallee": {}}}, {"trunk_ids": []}]`;
    const document = readRuleDocument(text);
    const second = { start: text.lastIndexOf("{"), end: text.length };
    assert.deepEqual(
      inlayHints(document, second).map(({ offset }) => offset),
      [text.lastIndexOf("}")],
    );
    assert.deepEqual(inlayHints(document, { start: 0, end: text.length }, []), []);
  });

  test("of any text are in order and inside it", () => {
    fc.assert(
      fc.property(anyDocument, fc.nat(100), fc.nat(100), (text, start, end) => {
        let last = Math.min(start, end);
        for (const { offset, label } of inlayHints(readRuleDocument(text), { start, end })) {
          assert.ok(last <= offset && offset <= Math.min(Math.max(start, end), text.length));
          assert.notEqual(label, "");
          last = offset;
        }
      }),
      { numRuns: 2000 },
    );
  });
});
