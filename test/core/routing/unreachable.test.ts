/** Why no call gets to a rule: only those trunks are named of which it is true. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { KnownTrunks } from "../../../core/routing/reach/known-trunks.ts";
import { unreachableWords } from "../../../core/routing/reach/unreachable-words.ts";
import { whyUnreachable } from "../../../core/routing/reach/unreachable.ts";

test("a trunk that lets the caller in, but does not take the number, is not blamed for the caller", () => {
  const trunks = new KnownTrunks([
    { sipTrunkId: "ST_8m3KxQv7Rt2Z", numbers: ["+15550100"], allowedNumbers: ["+15550188"] },
    { sipTrunkId: "ST_4nPw9LcYb6Ha", numbers: ["+15550199"], allowedNumbers: ["+15550177"] },
  ]);
  const rule = {
    trunkIds: ["ST_8m3KxQv7Rt2Z", "ST_4nPw9LcYb6Ha"],
    numbers: ["+15550100"],
    inboundNumbers: ["+15550177"],
    rule: { dispatchRuleDirect: { roomName: "a" } },
  };
  const found = whyUnreachable(rule, trunks, () => []);
  assert.ok(found);
  assert.equal(
    unreachableWords(found, () => ""),
    "trunk `ST_8m3KxQv7Rt2Z` lets in none of its `inbound_numbers`.",
  );
});
