import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, test } from "node:test";
import fc from "fast-check";
import { conflictsAnswer } from "../../../cli/subject/conflicts.ts";
import { liveCall } from "../../../core/routing/after/live-call.ts";
import { USUAL_SURROUNDINGS } from "../../../core/routing/after/surroundings.ts";
import { callerOf } from "../../../core/routing/answer/participant.ts";
import { sha256 } from "../../../core/routing/answer/sha256.ts";
import { compareBytes } from "../../../core/routing/byte-order.ts";
import { smallestChange } from "../../../core/routing/change/smallest-change.ts";
import { conflictsFull } from "../../../core/routing/conflict-index.ts";
import { incomingCall, readCall, readRule, readTrunk } from "../../../core/routing/input/read.ts";
import { numberKey } from "../../../core/routing/number-key.ts";
import { quote } from "../../../core/routing/quote.ts";
import { explainCall } from "../../../core/routing/reasons.ts";
import { parseAddress } from "../../../core/routing/trunk/address.ts";
import { quoteBytes } from "../../../core/json/go-quote.ts";
import { normalizeNumber } from "../../../core/protocol/phone-number.ts";

const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({
    unit: fc.constantFrom("+", "1", "5", " ", "-", "(", ".", ":", "/", "%", "[", "]", "f", "\0", "ü", "😀"),
  }),
);
const anything = fc.oneof(fc.jsonValue(), fc.anything());

/** Objects with the names of LiveKit's fields and anything in them. */
function oddObject(...names: readonly string[]): fc.Arbitrary<object> {
  const values = fc.oneof(text, fc.array(text, { maxLength: 3 }), anything);
  return fc.dictionary(fc.constantFrom(...names), values);
}

const kind = oddObject("dispatchRuleDirect", "dispatch_rule_individual", "dispatchRuleCallee");
const odd = {
  trunk: oddObject("sipTrunkId", "numbers", "allowed_numbers", "allowedAddresses", "media", "headers"),
  rule: fc
    .tuple(
      oddObject("sipDispatchRuleId", "rule", "trunkIds", "inbound_numbers", "numbers", "attributes"),
      fc.option(kind),
    )
    .map(([rule, inner]) => (inner ? { ...rule, rule: inner } : rule)),
  call: oddObject("from", "to", "sourceAddress", "fromHost", "pin", "noPin", "attributes"),
};

describe("never throws", () => {
  test("on trunks, rules and calls of any content", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(odd.trunk, anything), { maxLength: 3 }),
        fc.array(fc.oneof(odd.rule, anything), { minLength: 1, maxLength: 4 }),
        fc.oneof(odd.call, anything),
        (trunks, rules, call) => {
          const input = {
            trunks: trunks.map((trunk) => readTrunk(trunk).value),
            rules: rules.map((rule) => readRule(rule).value),
            call: readCall(call).value,
          };
          explainCall(input);
          liveCall(input, USUAL_SURROUNDINGS);
          smallestChange(input, 0);
          conflictsFull(input.rules);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test("on requests of any content", () => {
    const request = oddObject(
      "sipDispatchRuleId",
      "replace",
      "update",
      "dispatchRule",
      "rule",
      "trunkIds",
      "media",
    );
    const op = fc.constantFrom("create", "update", "set", "trunks");
    fc.assert(
      fc.property(op, fc.array(odd.rule), fc.oneof(request, anything), (name, rules, sent) => {
        conflictsAnswer({ id: 1, op: name, rules, trunks: rules, request: sent });
      }),
    );
  });

  test("on calls of any characters", () => {
    fc.assert(
      fc.property(text, text, text, fc.array(text), (from, to, sourceAddress, entries) => {
        const call = incomingCall({ from, to, sourceAddress });
        const trunks = [
          { sipTrunkId: "a", numbers: entries },
          { sipTrunkId: "b", allowedAddresses: entries },
        ];
        const hide = { rule: { dispatchRuleIndividual: {} }, hidePhoneNumber: true };
        explainCall({ trunks, rules: [hide, { ...hide, numbers: entries, trunkIds: entries }], call });
        parseAddress(from);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("agrees with a simpler way", () => {
  test("to hash", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        assert.equal(sha256(bytes), createHash("sha256").update(bytes).digest("hex"));
      }),
    );
  });

  test("to order by bytes, to quote and to normalise", () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        // A lone surrogate has no bytes of its own.
        if (!/\p{Cs}/u.test(a + " " + b))
          assert.equal(Math.sign(compareBytes(a, b)), Buffer.compare(Buffer.from(a), Buffer.from(b)));
        assert.equal(quote(a), quoteBytes(Buffer.from(a)));
        assert.equal(numberKey(a), normalizeNumber(a));
      }),
      { numRuns: 2000 },
    );
  });

  test("to hide a number", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("1", "+", "a") }), (from) => {
        const { shown } = callerOf(incomingCall({ from }), true);
        assert.equal(shown, from.slice(from.length > 4 ? -4 : -1));
      }),
    );
  });
});
