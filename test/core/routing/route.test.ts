import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { incomingCall, readRule, readTrunk } from "../../../core/routing/input/read.ts";
import { routeCall, type Outcome } from "../../../core/routing/route.ts";
import type { IncomingCall } from "../../../core/routing/types.ts";

const TRUNK = { sip_trunk_id: "ST_a", numbers: ["+15550100"] };

function route(rules: object[], call: Partial<IncomingCall> = {}, trunks: object[] = [TRUNK]): Outcome {
  return routeCall({
    trunks: trunks.map((trunk) => readTrunk(trunk).value),
    rules: rules.map((rule, index) => readRule({ sip_dispatch_rule_id: `SDR_${index}`, ...rule }).value),
    call: incomingCall({ from: "+15550001", to: "+15550100", sourceAddress: "203.0.113.5", ...call }),
  });
}

const direct = (room_name: string, pin = ""): object => ({
  rule: { dispatch_rule_direct: { room_name, pin } },
});

describe("the rule of a call", () => {
  test("lists its trunk, before one that lists none, whatever their numbers", () => {
    const outcome = route([
      { ...direct("wildcard"), numbers: ["+15550100"], inbound_numbers: ["+15550001"] },
      { ...direct("specific"), trunk_ids: ["ST_a"] },
    ]);
    assert.equal(outcome.answer?.roomName, "specific");
  });

  test("has the numbers byte for byte", () => {
    assert.equal(route([{ ...direct("x"), numbers: ["15550100"] }]).result, "REJECT");
    assert.equal(route([{ ...direct("x"), numbers: ["+15550100"] }]).result, "ACCEPT");
  });

  test("is the one with the PIN where both fit: it prompts every caller", () => {
    const rules = [direct("open"), direct("closed", "1234")];
    assert.equal(route(rules).result, "REQUEST_PIN");
    assert.equal(route(rules, { pin: "1234" }).answer?.roomName, "closed");
    assert.equal(route(rules, { noPin: true }).answer?.roomName, "open");
    assert.equal(route(rules, { pin: "9999" }).fault?.text, "No SIP Dispatch Rules defined");
  });

  test("may be another one than asked for the PIN", () => {
    const rules = [direct("a", "1111"), { ...direct("b", "2222"), numbers: [] }];
    const { steps, answer } = route(rules, { pin: "2222" });
    assert.deepEqual(
      steps.map(({ result, rule }) => `${result} ${rule?.sipDispatchRuleId ?? ""}`),
      ["REQUEST_PIN SDR_0", "ACCEPT SDR_1"],
    );
    assert.equal(answer?.roomName, "b");
  });

  test("is decided by the bytes of the room in a tie", () => {
    const rules = [
      { ...direct("a-room"), numbers: ["+15550100"] },
      { ...direct("Z-room"), inbound_numbers: ["+15550001"] },
    ];
    assert.equal(route(rules).answer?.roomName, "Z-room");
  });

  test("is not reached when two others clash or one has no kind", () => {
    const mine = { ...direct("mine"), trunk_ids: ["ST_a"] };
    const outcome = route([
      mine,
      { ...direct("x"), name: "first", numbers: ["1"] },
      { ...direct("y"), numbers: ["+1"] },
    ]);
    assert.equal(outcome.result, "ERROR");
    assert.equal(
      outcome.fault?.text,
      `Dispatch rule for the same trunk, inbound number, number, and PIN combination already exists in dispatch rule "SDR_1" "first"`,
    );
    assert.equal(route([mine, { rule: {} }]).fault?.text, "unsupported SIP Dispatch Rule: <nil>");
    assert.equal(route([mine, { rule: {}, trunk_ids: ["ST_other"] }]).answer?.roomName, "mine");
  });

  test("can only be one without trunks when no trunk took the call", () => {
    const rules = [{ ...direct("specific"), trunk_ids: ["ST_a"] }, direct("wildcard")];
    const refusing = { ...TRUNK, allowed_numbers: ["+15550002"] };
    assert.equal(route(rules, {}, [refusing]).answer?.roomName, "wildcard");
    assert.equal(route(rules.slice(0, 1), {}, [refusing]).result, "REJECT");
  });
});

describe("the answer", () => {
  const individual = (prefix: string, more: object = {}): object => ({
    rule: { dispatch_rule_individual: { room_prefix: prefix, ...more } },
  });

  test("names the room after the caller, with a random end unless told otherwise", () => {
    assert.equal(route([individual("call-")]).answer?.roomName, "call-_+15550001_<random>");
    assert.equal(route([individual("", { no_randomness: true })]).answer?.roomName, "+15550001");
  });

  test("names the room after the called number, without one", () => {
    const callee = { rule: { dispatch_rule_callee: { room_prefix: "number" } } };
    assert.equal(route([callee]).answer?.roomName, "number_+15550100");
    assert.equal(route([{ ...callee, hide_phone_number: true }]).answer?.roomName, "number_+15550100");
  });

  test("hides the caller's number: the last four, and a hash", () => {
    const { answer } = route([{ ...individual("call"), hide_phone_number: true }]);
    assert.equal(answer?.roomName, "call_0001_<random>");
    assert.equal(answer.participantName, "Phone 0001");
    assert.match(answer.participantIdentity ?? "", /^sip_[0-9a-f]{16}$/);
    assert.deepEqual(Object.keys(answer.participantAttributes ?? {}).sort(), [
      "sip.callID",
      "sip.ruleID",
      "sip.trunkID",
    ]);
  });

  test("of three digits the last one; of half a character nothing that could be sent", () => {
    const rule = { ...individual("call"), hide_phone_number: true };
    assert.equal(route([rule], { from: "123" }).answer?.roomName, "call_3_<random>");
    assert.equal(route([rule], { from: "ü" }).steps[0]?.cutApart, "room_name");
    assert.equal(
      route([{ ...direct("x"), hide_phone_number: true }], { from: "ü" }).steps[0]?.cutApart,
      "participant_name",
    );
  });

  test("overrides what rule and call say of LiveKit's own attributes, but for the hidden number", () => {
    const forged = { attributes: { "sip.phoneNumber": "forged", "sip.ruleID": "forged", __proto__: null } };
    const open = route([{ ...direct("x"), ...forged }], { attributes: { tier: "gold" } });
    assert.equal(open.answer?.participantAttributes?.["sip.phoneNumber"], "+15550001");
    assert.equal(open.answer.participantAttributes["sip.ruleID"], "SDR_0");
    assert.equal(open.answer.participantAttributes["tier"], "gold");
    const hidden = route([{ ...direct("x"), ...forged, hide_phone_number: true }]);
    assert.equal(hidden.answer?.participantAttributes?.["sip.phoneNumber"], "forged");
  });

  test("takes codecs from the rule if it lists any, else from the trunk with the trunk's flag", () => {
    const trunk = {
      ...TRUNK,
      media: { codecs: [{ name: "PCMA" }], only_listed_codecs: true, encryption: 2 },
    };
    const without = { ...direct("x"), media: { only_listed_codecs: false, encryption: 0 } };
    assert.deepEqual(route([without], {}, [trunk]).answer?.media, {
      codecs: [{ name: "PCMA" }],
      onlyListedCodecs: true,
      encryption: "SIP_MEDIA_ENCRYPT_REQUIRE",
    });
    const listing = { ...direct("x"), media: { codecs: [{ name: "PCMU" }] }, media_encryption: 1 };
    assert.deepEqual(route([listing], {}, [trunk]).answer?.media, {
      codecs: [{ name: "PCMU" }],
      encryption: "SIP_MEDIA_ENCRYPT_ALLOW",
    });
  });
});

describe("what other servers do", () => {
  const codes = ({ versions }: Outcome): string[] => versions.map(({ code }) => code);

  test("drop where no rule fits", () => assert.deepEqual(codes(route([])), ["no-rule-drops"]));
  test("nothing else where they agree", () => assert.deepEqual(codes(route([direct("x")])), []));
  test("compare the From host with IPs", () => {
    const trunk = { ...TRUNK, allowed_addresses: ["10.0.0.1"] };
    const outcome = route([direct("x")], { fromHost: "10.0.0.1" }, [trunk]);
    assert.deepEqual(codes(outcome), ["from-host-opens-address"]);
  });
  test("crash without a calling number", () => {
    const outcome = route([{ ...direct("x"), hide_phone_number: true }], { from: "" });
    assert.deepEqual(codes(outcome), ["hidden-empty-caller-crashes"]);
  });
  test("write a prefix", () => assert.deepEqual(codes(route([{ rule: {} }])), ["error-prefix"]));
});
