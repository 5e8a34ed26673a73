import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { newerFieldNames } from "../../../core/routing/input/newer-fields.ts";
import { readCall, readRule, readTrunk, readUpdateRequest } from "../../../core/routing/input/read.ts";
import newer from "../../../schemas/newer.json" with { type: "json" };

describe("a rule", () => {
  test("is read in either spelling, into JSON names and without defaults", () => {
    const { value, ignored } = readRule({
      sip_dispatch_rule_id: "SDR_1",
      rule: { dispatch_rule_individual: { room_prefix: "call-", no_randomness: false } },
      trunk_ids: ["ST_a"],
      inboundNumbers: [],
      hide_phone_number: false,
      media: { media_timeout: "1.50s", codecs: [{ name: "PCMU", rate: "8e3" }], encryption: 0 },
      media_encryption: 2,
      room_config: {},
      metadata: null,
    });
    assert.deepEqual(value, {
      sipDispatchRuleId: "SDR_1",
      rule: { dispatchRuleIndividual: { roomPrefix: "call-" } },
      trunkIds: ["ST_a"],
      media: {
        mediaTimeout: "1.500s",
        codecs: [{ name: "PCMU", rate: 8000 }],
        encryption: "SIP_MEDIA_ENCRYPT_DISABLE",
      },
      mediaEncryption: "SIP_MEDIA_ENCRYPT_REQUIRE",
      roomConfig: {},
    });
    assert.deepEqual(ignored, []);
  });

  test("keeps what can be read and names the rest", () => {
    const { value, ignored } = readRule({
      trunkIds: ["ST_a", 7, null],
      trunk_ids: ["ST_b"],
      typo: 1,
      hidePhoneNumber: "yes",
      attributes: { a: "1", b: 2 },
      rule: { dispatchRuleDirect: { roomName: "x" }, dispatchRuleCallee: {} },
    });
    assert.deepEqual(value, { trunkIds: ["ST_a"], attributes: { a: "1" }, rule: {} });
    assert.deepEqual(
      ignored.map(({ path, reason }) => `${path}: ${reason}`),
      [
        "trunkIds[1]: a string is expected",
        "trunkIds[2]: a string is expected",
        "trunk_ids: the field is given twice",
        "typo: no such field",
        "hidePhoneNumber: true or false is expected",
        "attributes.b: a string is expected",
        "rule: only one of its members may be set",
      ],
    );
  });
});

test("a trunk comes without its password", () => {
  const { value } = readTrunk({ sipTrunkId: "ST_a", authUsername: "u", authPassword: "secret" });
  assert.deepEqual(value, { sipTrunkId: "ST_a", authUsername: "u", hasPassword: true });
});

test("an update keeps an empty name, which clears the name", () => {
  const { value } = readUpdateRequest({ sipDispatchRuleId: "SDR_1", update: { name: "", trunk_ids: {} } });
  assert.deepEqual(value, { sipDispatchRuleId: "SDR_1", update: { name: "", trunkIds: {} } });
});

test("a call is read in either spelling; what is not known is empty", () => {
  const { value, ignored } = readCall({ from: "alice", source_address: "1.2.3.4", noPin: true, to: 5 });
  assert.deepEqual(value, {
    callId: "SCL_call",
    from: "alice",
    fromHost: "",
    to: "",
    toHost: "",
    sourceAddress: "1.2.3.4",
    attributes: {},
    trunkId: "",
    pin: "",
    noPin: true,
  });
  assert.deepEqual(ignored, [{ path: "to", reason: "a value of another type is expected" }]);
});

test("fields that only LiveKit's newest protocol has are known", () => {
  const listed = Object.entries(newer.fields).map(([message, fields]) => [
    message,
    fields.map(({ name }) => name),
  ]);
  assert.deepEqual(newerFieldNames(), Object.fromEntries(listed));
  const { value, ignored } = readTrunk({
    ringing_timeout_status: "SIP_STATUS_BUSY_HERE",
    media: { drop_audio_during_dtmf: true },
  });
  assert.deepEqual(value, {
    ringingTimeoutStatus: "SIP_STATUS_BUSY_HERE",
    media: { dropAudioDuringDtmf: true },
  });
  assert.deepEqual(ignored, []);
});
