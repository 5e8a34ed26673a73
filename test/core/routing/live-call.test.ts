import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { liveCall } from "../../../core/routing/after/live-call.ts";
import type { LivedCall } from "../../../core/routing/after/lived-call.ts";
import { heardEntry } from "../../../core/routing/after/pin-entry.ts";
import {
  USUAL_OFFER,
  USUAL_SURROUNDINGS,
  type Surroundings,
} from "../../../core/routing/after/surroundings.ts";
import { incomingCall, readRule, readTrunk } from "../../../core/routing/input/read.ts";
import type { IncomingCall } from "../../../core/routing/types.ts";

const TRUNK = { sip_trunk_id: "ST_a", numbers: ["+15550100"] };
const DIRECT = { rule: { dispatch_rule_direct: { room_name: "room" } } };
const PIN = { rule: { dispatch_rule_direct: { room_name: "safe", pin: "1234" } } };

function live(
  rule: object,
  around: Partial<Surroundings> = {},
  call: Partial<IncomingCall> = {},
  trunk: object = TRUNK,
): LivedCall {
  const input = {
    trunks: [readTrunk(trunk).value],
    rules: [readRule({ sip_dispatch_rule_id: "SDR_1", ...rule }).value],
    call: incomingCall({ from: "+15550001", to: "+15550100", sourceAddress: "203.0.113.5", ...call }),
  };
  return liveCall(input, { ...USUAL_SURROUNDINGS, isSomebodyThere: true, ...around });
}

const said = ({ kind, finalSipStatus, cause }: LivedCall): string =>
  [kind, finalSipStatus, cause.field].filter(Boolean).join(", ");

describe("media", () => {
  const only = (...codecs: object[]): object => ({ ...DIRECT, media: { codecs, only_listed_codecs: true } });

  test("with codecs in common", () => {
    assert.equal(said(live(only({ name: "pcmu" }))), "in-room, 200 OK");
    assert.equal(said(live(only({ name: "G722" }))), "refused, 400, media.codecs");
    assert.equal(said(live(only({ name: "opus" }))), "refused, 500, media.codecs");
    assert.equal(said(live(only({ name: "opus", rate: 48000 }))), "refused, 400, media.codecs");
  });

  test("with encryption on both sides or on none", () => {
    const required = { ...DIRECT, media_encryption: "SIP_MEDIA_ENCRYPT_REQUIRE" };
    const allowed = { ...DIRECT, media_encryption: "SIP_MEDIA_ENCRYPT_ALLOW" };
    const encrypted = { offer: { ...USUAL_OFFER, isEncrypted: true } };
    assert.equal(said(live(required)), "refused, 400, media.encryption");
    assert.equal(said(live(required, encrypted)), "in-room, 200 OK");
    assert.equal(said(live(DIRECT, encrypted)), "refused, 400, media.encryption");
    assert.equal(said(live(allowed, encrypted)), "in-room, 200 OK");
  });
});

describe("a room that cannot be joined", () => {
  for (const [field, rule] of Object.entries({
    room: { rule: { dispatch_rule_direct: { room_name: "x".repeat(257) } } },
    metadata: { ...DIRECT, metadata: "m".repeat(512 * 1024 + 1) },
    attributes: { ...DIRECT, attributes: { a: "x".repeat(64 * 1024) } },
    room_preset: { ...DIRECT, room_preset: "none such" },
  }))
    test(field, () => {
      assert.equal(said(live(rule)), `refused, 486 Rejected, ${field}`);
      const locked = { rule: { dispatch_rule_direct: { ...rule.rule.dispatch_rule_direct, pin: "1" } } };
      assert.equal(said(live({ ...rule, ...locked }, {}, { pin: "1" })), `pin-prompt, 200 OK, ${field}`);
    });

  test("counts the random end", () => {
    const named = (length: number): object => ({
      rule: { dispatch_rule_individual: { room_prefix: "x".repeat(length) } },
    });
    const rest = "_+15550001_".length + 12;
    assert.equal(live(named(256 - rest)).kind, "in-room");
    assert.equal(live(named(257 - rest)).kind, "refused");
  });

  test("without a name is a wrong PIN for a caller with a PIN", () => {
    const nameless = { rule: { dispatch_rule_direct: { pin: "1" } } };
    assert.equal(said(live(nameless, {}, { pin: "1" })), "pin-prompt, 200 OK, room_name");
  });
});

describe("ringing", () => {
  const alone = { isSomebodyThere: false };
  const listing = (...names: string[]): object => ({
    ...DIRECT,
    room_config: { agents: names.map((agent_name) => ({ agent_name })) },
  });

  test("ends after 180 seconds or the trunk's timeout, unless the caller gives up", () => {
    assert.equal(said(live(DIRECT, alone)), "ringing, 486 Rejected");
    assert.equal(said(live(DIRECT, { ...alone, patience: 8 })), "ringing, none");
    const quick = { ...TRUNK, ringing_timeout: "5s" };
    assert.equal(said(live(DIRECT, { ...alone, patience: 8 }, {}, quick)), "ringing, 486 Rejected");
    assert.equal(live(DIRECT, alone).attributes?.["sip.callStatus"], "ringing");
  });

  test("goes on until an agent of exactly that name comes", () => {
    assert.equal(said(live(listing("a"), { ...alone, workers: ["a"] })), "in-room, 200 OK");
    assert.equal(live(listing("A"), { ...alone, workers: ["a"] }).kind, "ringing");
    assert.equal(live(listing("a"), { ...alone, workers: [""] }).kind, "ringing");
    assert.equal(live(DIRECT, { ...alone, workers: [""] }).kind, "in-room");
    assert.equal(
      said(live(listing("a"), { ...alone, workers: ["a"], roomExists: true })),
      "ringing, 486 Rejected, room_config.agents",
    );
  });

  test("goes on in a room for one", () => {
    const single = { ...DIRECT, room_config: { max_participants: 1 } };
    assert.equal(said(live(single)), "ringing, 486 Rejected, room_config.max_participants");
  });
});

describe("a PIN", () => {
  const keys = (text: string, start: number): { key: string; at: number }[] =>
    text.split("").map((key, index) => ({ key, at: start + index * 0.1 }));

  test("is heard key by key, ten of them during the prompt", () => {
    assert.deepEqual(heardEntry(keys("12A*#", 1)), { kind: "entered", entry: { pin: "12a*", noPin: false } });
    assert.deepEqual(heardEntry(keys("#", 1)), { kind: "entered", entry: { pin: "", noPin: true } });
    assert.deepEqual(heardEntry(keys("123456789012#", 0)), { kind: "unfinished", lost: 3 });
    assert.deepEqual(heardEntry(keys("123456789012#", 3)), {
      kind: "entered",
      entry: { pin: "123456789012", noPin: false },
    });
    assert.deepEqual(heardEntry(keys("12345678901234567", 3)), { kind: "too-long" });
  });

  test("that is wrong ends the call; without telephone-event none is heard", () => {
    assert.equal(said(live(PIN, {}, { pin: "9999" })), "pin-prompt, 200 OK");
    assert.equal(said(live(PIN, { isSomebodyThere: false }, { pin: "1234" })), "in-room, 200 OK");
    const deaf = { offer: { ...USUAL_OFFER, codecs: ["PCMU/8000"] } };
    assert.match(live(PIN, deaf, { pin: "1234" }).cause.text, /telephone-event/);
  });
});

describe("attributes", () => {
  test("of headers go before those of the rule, and let callers forge LiveKit's own", () => {
    const trunk = { ...TRUNK, headers_to_attributes: { "X-Number": "sip.phoneNumber" }, include_headers: 1 };
    const headers = [
      ["x-number", "forged"],
      ["X-Twilio-CallSid", "CA1"],
      ["Subject", "hidden"],
    ] as const;
    const { attributes } = live({ ...DIRECT, attributes: { empty: "" } }, { headers }, {}, trunk);
    assert.deepEqual(attributes, {
      "sip.callID": "SCL_call",
      "sip.callIDFull": "<sipCallID>",
      "sip.callStatus": "active",
      "sip.callTag": "<tag>",
      "sip.h.x-number": "forged",
      "sip.h.x-twilio-callsid": "CA1",
      "sip.phoneNumber": "forged",
      "sip.ruleID": "SDR_1",
      "sip.trunkID": "ST_a",
      "sip.trunkPhoneNumber": "+15550100",
      "sip.twilio.callSid": "CA1",
    });
  });
});

describe("servers", () => {
  const withHost = { ...TRUNK, allowed_addresses: ["10.0.0.1"] };
  const trunked = { ...DIRECT, trunk_ids: ["ST_a"] };

  test("differ without a rule, and with a hidden empty number", () => {
    const none = { ...DIRECT, numbers: ["+15550200"] };
    assert.equal(said(live(none, { server: "1.13.7" })), "dropped, none");
    assert.equal(
      said(live(none, { server: "1.13.8" })),
      "refused, 404 Does not match Trunks or Dispatch Rules",
    );
    const hidden = { ...DIRECT, hide_phone_number: true };
    assert.equal(said(live(hidden, { server: "1.13.5" }, { from: "" })), "refused, 503 Try again later");
    assert.equal(live(hidden, { server: "1.13.11" }, { from: "" }).kind, "in-room");
  });

  test("released so far take an address for the host of the caller as well", () => {
    const call = { fromHost: "10.0.0.1" };
    assert.equal(live(trunked, { server: "1.13.11" }, call, withHost).kind, "in-room");
    assert.equal(live(trunked, { server: "1.14.0" }, call, withHost).kind, "refused");
  });

  test("that are down or have another secret", () => {
    assert.equal(said(live(DIRECT, { serverIsUp: false })), "refused, 503 Try again later");
    assert.equal(said(live(DIRECT, { secretFits: false })), "refused, 486 Rejected");
  });
});

test("a trunk with a name and a password asks for both", () => {
  const locked = { ...TRUNK, auth_username: "u", auth_password: "p" };
  assert.equal(said(live(DIRECT, {}, {}, locked)), "refused, 407 Unauthorized, auth_password");
  assert.equal(
    said(live(DIRECT, { login: () => false }, {}, locked)),
    "refused, 401 Unauthorized, auth_password",
  );
  assert.equal(live(DIRECT, { login: () => true }, {}, locked).kind, "in-room");
  assert.equal(live(DIRECT, {}, {}, { ...TRUNK, auth_username: "u" }).kind, "in-room");
});
