import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { readRuleDocument } from "../../../core/document.ts";
import { previewRoom } from "../../../core/features/preview.ts";
import { anyDocument } from "../../support/documents.ts";

/** The members of a rule, and the room that comes out. */
const ROOMS: Readonly<Record<string, readonly [rule: string, room: string]>> = {
  direct: [`"rule": {"dispatchRuleDirect": {"roomName": "open-room"}}`, "open-room"],
  "direct, with a PIN": [
    `"rule": {"dispatchRuleDirect": {"roomName": "safe-room", "pin": "1"}}`,
    "safe-room",
  ],
  individual: [`"rule": {"dispatchRuleIndividual": {"roomPrefix": "call-"}}`, "call-_+15550100_<random>"],
  "individual, without a prefix": [`"rule": {"dispatch_rule_individual": {}}`, "+15550100_<random>"],
  "individual, without randomness": [
    `"rule": {"dispatchRuleIndividual": {"room_prefix": "call", "no_randomness": true}}`,
    "call_+15550100",
  ],
  "individual, hidden": [
    `"hidePhoneNumber": true, "rule": {"dispatchRuleIndividual": {"roomPrefix": "call"}}`,
    "call_0100_<random>",
  ],
  "individual, hidden, of a short number": [
    `"hide_phone_number": true, "inbound_numbers": ["1234"], "rule": {"dispatchRuleIndividual": {"roomPrefix": "call"}}`,
    "call_4_<random>",
  ],
  "individual, for one caller": [
    `"inboundNumbers": ["+15550123"], "rule": {"dispatchRuleIndividual": {"roomPrefix": "call"}}`,
    "call_+15550123_<random>",
  ],
  callee: [`"rule": {"dispatchRuleCallee": {"roomPrefix": "number-"}}`, "number-_+15550199"],
  "callee, without a prefix": [`"rule": {"dispatchRuleCallee": {}}`, "+15550199"],
  "callee, randomized": [
    `"rule": {"dispatchRuleCallee": {"roomPrefix": "number", "randomize": true}}`,
    "number_+15550199_<random>",
  ],
  "callee, hidden: the called number is shown": [
    `"hide_phone_number": true, "rule": {"dispatchRuleCallee": {"roomPrefix": "number"}}`,
    "number_+15550199",
  ],
  "callee, for one number": [
    `"numbers": ["15550123"], "rule": {"dispatchRuleCallee": {"roomPrefix": "number"}}`,
    "number_15550123",
  ],
  "no room name": [`"rule": {"dispatchRuleDirect": {}}`, ""],
  "no kind": [`"rule": {}`, ""],
  "two kinds": [`"rule": {"dispatchRuleDirect": {"roomName": "a"}, "dispatchRuleCallee": {}}`, ""],
  "a kind that is no object": [`"rule": {"dispatchRuleCallee": 1}`, ""],
};

describe("the room of a rule", () => {
  for (const [name, [members, room]] of Object.entries(ROOMS))
    test(name, () => {
      const [rule] = readRuleDocument(`{"dispatch_rule": {${members}}}`).rules;
      assert.ok(rule);
      assert.equal(previewRoom(rule), room);
    });

  test("is a text, whatever the document", () => {
    fc.assert(
      fc.property(anyDocument, (text) => {
        for (const rule of readRuleDocument(text).rules) assert.equal(typeof previewRoom(rule), "string");
      }),
    );
  });
});
