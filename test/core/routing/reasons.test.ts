import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { describeEdit } from "../../../core/routing/change/describe.ts";
import { smallestChange } from "../../../core/routing/change/smallest-change.ts";
import { incomingCall, readRule, readTrunk } from "../../../core/routing/input/read.ts";
import { explainCall } from "../../../core/routing/reasons.ts";
import type { RouteInput } from "../../../core/routing/route.ts";
import type { IncomingCall } from "../../../core/routing/types.ts";

const TRUNK = { sip_trunk_id: "ST_a", numbers: ["+1 (555) 0100"] };
const OPEN = { rule: { dispatch_rule_direct: { room_name: "open-room" } } };
const PIN = { rule: { dispatch_rule_direct: { room_name: "safe-room", pin: "4711" } } };

function input(rules: object[], call: Partial<IncomingCall> = {}, trunks: object[] = [TRUNK]): RouteInput {
  return {
    trunks: trunks.map((trunk) => readTrunk(trunk).value),
    rules: rules.map((rule, index) => readRule({ sip_dispatch_rule_id: `SDR_${index}`, ...rule }).value),
    call: incomingCall({ from: "+15550001", to: "15550100", sourceAddress: "203.0.113.5", ...call }),
  };
}

/** What is said of each rule in the last step. */
function rulesSaid(given: RouteInput): string[] {
  const last = explainCall(given).steps.at(-1);
  return (last?.rules ?? []).map(
    ({ rule, role, text }) => `${rule.sipDispatchRuleId ?? ""} ${role}: ${text}`,
  );
}

function trunksSaid(given: RouteInput): string[] {
  return explainCall(given).trunks.map(
    ({ trunk, role, text }) => `${trunk.sipTrunkId ?? ""} ${role}: ${text}`,
  );
}

/** The smallest change for the first rule. */
function change(given: RouteInput): string[] {
  const found = smallestChange(given, 0);
  return found.kind === "change" ? found.edits.map((edit) => describeEdit(edit, given)) : [found.kind];
}

describe("numbers", () => {
  const given = input([{ ...OPEN, numbers: ["+15550100", "+15550200"] }]);
  test("are compared byte for byte", () => {
    assert.deepEqual(rulesSaid(given), [
      "SDR_0 out: To is `15550100`; the rule says `+15550100`; LiveKit compares byte for byte.",
    ]);
    assert.deepEqual(change(given), ["Write `15550100` instead of `+15550100` in `numbers` of rule `SDR_0`"]);
  });

  test("stand in the wrong list", () => {
    const swapped = input([{ ...OPEN, inbound_numbers: ["+15550100"] }]);
    assert.deepEqual(rulesSaid(swapped), [
      "SDR_0 out: From is `+15550001`; `inbound_numbers` (`+15550100`) lacks it. `+15550100` is the called number; that belongs in `numbers`.",
    ]);
    assert.deepEqual(change(swapped), [
      "Move `+15550100` from `inbound_numbers` to `numbers` of rule `SDR_0`, as `15550100`",
    ]);
  });

  test("of trunks are not", () => {
    assert.deepEqual(trunksSaid(given), [
      "ST_a chosen: To is `15550100`, one of its `numbers`, where it is written `+1 (555) 0100`: LiveKit compares trunk numbers without spaces, dashes and brackets.",
    ]);
  });
});

describe("rules that fit and lose", () => {
  test("to one with a PIN, which is not told", () => {
    const given = input([OPEN, PIN]);
    assert.deepEqual(rulesSaid(given), [
      "SDR_0 beaten: It fits, but rule `SDR_1` goes first: it has a PIN and this one is open, and a PIN goes first: it prompts every caller.",
      "SDR_1 wins: It lists no trunk, so it is for every call; of the rules that fit, rule `SDR_1` goes first.",
    ]);
    assert.deepEqual(change(given), ["Add `15550100` to `numbers` of rule `SDR_0`"]);
  });

  test("to one that lists the trunk", () => {
    const given = input([OPEN, { ...OPEN, name: "Support", trunk_ids: ["ST_a"] }]);
    assert.equal(
      rulesSaid(given)[0],
      'SDR_0 beaten: It fits, but rule "Support" (`SDR_1`) goes first: that one lists the trunk of the call and this one lists none, which counts before everything else.',
    );
  });

  test("to one with the smaller room", () => {
    const called = { ...OPEN, numbers: ["15550100"] };
    const calling = { rule: { dispatch_rule_direct: { room_name: "Open" } }, inbound_numbers: ["+15550001"] };
    assert.equal(
      rulesSaid(input([called, calling]))[0],
      "SDR_0 beaten: It fits, but rule `SDR_1` goes first: both weigh the same, so the room decides, byte by byte, and `Open` comes before `open-room`.",
    );
  });
});

describe("PINs", () => {
  test("entered, wrong or left out", () => {
    const wrong = rulesSaid(input([OPEN, PIN], { pin: "9999" }));
    assert.deepEqual(wrong, [
      "SDR_0 out: The caller entered a PIN; the rule has none, and LiveKit does not fall back to open rules.",
      "SDR_1 out: The caller entered another PIN.",
    ]);
    assert.equal(
      rulesSaid(input([OPEN, PIN], { noPin: true }))[1],
      "SDR_1 out: The caller pressed only `#`; the rule has a PIN.",
    );
    assert.deepEqual(change(input([PIN], { pin: "9999" })), [
      "Give rule `SDR_0` the PIN that the caller enters",
    ]);
    assert.doesNotMatch(wrong.join(), /4711|9999/);
  });
});

describe("trunks", () => {
  test("that refuse leave only rules without trunks", () => {
    const given = input([{ ...OPEN, trunk_ids: ["ST_a"] }], {}, [
      { ...TRUNK, allowed_addresses: ["10.0.0.0/8", "any host"] },
      { sip_trunk_id: "ST_b", numbers: ["+15550200"] },
    ]);
    assert.deepEqual(trunksSaid(given), [
      "ST_a out: The call comes from `203.0.113.5`; no entry of `allowed_addresses` (`10.0.0.0/8`) covers it. LiveKit passes over `any host`, which is no address.",
      "ST_b not-read: To is `15550100`; `numbers` (`+15550200`) lacks it.",
    ]);
    assert.deepEqual(rulesSaid(given), ["SDR_0 out: It lists trunks (`ST_a`), and no trunk took the call."]);
    assert.deepEqual(change(given), ["Add `203.0.113.5` to `allowed_addresses` of trunk `ST_a`"]);
  });

  test("that are not the rule's", () => {
    const given = input([{ ...OPEN, trunk_ids: ["ST_x"] }]);
    assert.deepEqual(rulesSaid(given), [
      "SDR_0 not-read: It lists other trunks (`ST_x`) than `ST_a`, which took the call.",
    ]);
    assert.deepEqual(change(given), ["Add `ST_a` to `trunk_ids` of rule `SDR_0`"]);
  });

  test("that both fit end the call", () => {
    const given = input([OPEN], {}, [TRUNK, { sip_trunk_id: "ST_b", numbers: ["15550100", "+15550200"] }]);
    assert.match(trunksSaid(given)[1] ?? "", /^ST_b clash: To is `15550100`, one of its `numbers`\. So does/);
    assert.deepEqual(change(given), ["Remove `15550100` from `numbers` of trunk `ST_b`"]);
  });

  test("do not matter when the source address is none", () => {
    assert.deepEqual(change(input([OPEN], { sourceAddress: "carrier.test" })), ["none"]);
  });
});

test("a clash ends the evaluation for rules that have nothing to do with it", () => {
  const clash = { ...OPEN, numbers: ["+15550300"] };
  const given = input([
    { ...OPEN, trunk_ids: ["ST_a"] },
    { ...clash, name: "one" },
    { ...clash, name: "two" },
    OPEN,
  ]);
  assert.deepEqual(rulesSaid(given), [
    "SDR_0 not-reached: It fits, but the evaluation ended in an error.",
    "SDR_1 out: To is `15550100`; `numbers` (`+15550300`) lacks it.",
    'SDR_2 ends: It claims the same PIN, trunk and numbers as rule "one" (`SDR_1`). LiveKit stops there with an error, whether or not the call concerns either.',
    'SDR_3 not-reached: LiveKit stopped before it at rule "two" (`SDR_2`).',
  ]);
  assert.deepEqual(change(given), ['Remove rule "two" (`SDR_2`)']);
});
