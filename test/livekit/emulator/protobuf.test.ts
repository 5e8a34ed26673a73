/** The binary form, held against LiveKit's own classes: what `lk` and the Go SDK send and read. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  CreateSIPDispatchRuleRequest,
  ListSIPDispatchRuleRequest,
  ListSIPDispatchRuleResponse,
  ListRoomsRequest,
  ListRoomsResponse,
  SIPDispatchRuleInfo,
} from "@livekit/protocol";
import { createEmulator } from "../../../livekit/emulator/emulator.ts";
import { decodeProtobuf } from "../../../livekit/emulator/protobuf/decode.ts";
import { encodeProtobuf } from "../../../livekit/emulator/protobuf/encode.ts";
import { serviceMessage } from "../../../livekit/emulator/messages.ts";
import { seedDemo } from "../../../livekit/emulator/seed-demo.ts";
import { authorization } from "../support/tokens.ts";

const RULE = {
  sipDispatchRuleId: "SDR_x",
  rule: { dispatchRuleIndividual: { roomPrefix: "käse-", pin: "12", noRandomness: true } },
  trunkIds: ["ST_a", ""],
  numbers: ["+1"],
  attributes: { a: "b", "": "empty", ä: "" },
  roomConfig: {
    emptyTimeout: 4294967295,
    agents: [{ agentName: "x" }, {}],
    egress: {
      room: { advanced: { keyFrameInterval: 1.5, framerate: -3 }, fileOutputs: [{ filepath: "f" }] },
    },
  },
  media: { onlyListedCodecs: true, encryption: "SIP_MEDIA_ENCRYPT_DISABLE", mediaTimeout: "1.500s" },
  mediaEncryption: "SIP_MEDIA_ENCRYPT_REQUIRE",
  createdAt: "2026-01-02T03:04:05.006Z",
};
const PAIR = { key: "devkey", secret: "secret" };
const emulator = createEmulator({ apiKey: PAIR.key, apiSecret: PAIR.secret });
seedDemo(emulator.store, Date.now());

async function call(path: string, body: Uint8Array, auth = "sip-admin"): Promise<Uint8Array> {
  const headers = { "content-type": "application/protobuf", authorization: authorization(auth, PAIR)! };
  const answer = await emulator.handle({ method: "POST", path: `/twirp/livekit.${path}`, headers, body });
  assert.equal(answer.status, 200, new TextDecoder().decode(answer.body));
  assert.equal(answer.headers["content-type"], "application/protobuf");
  return answer.body;
}

describe("a rule with every kind of field", () => {
  const theirs = SIPDispatchRuleInfo.fromJson(RULE);
  const message = serviceMessage("SIPDispatchRuleInfo");

  test("is read as LiveKit's class writes it", () => {
    const ours = JSON.stringify(decodeProtobuf(theirs.toBinary(), message));
    assert.deepEqual(SIPDispatchRuleInfo.fromJsonString(ours), theirs);
  });

  test("is written so that LiveKit's class reads it", () => {
    assert.deepEqual(SIPDispatchRuleInfo.fromBinary(encodeProtobuf(RULE, message)), theirs);
  });

  test("cut off anywhere is either another message or none, never an exception", () => {
    const bytes = theirs.toBinary();
    for (let length = 0; length < bytes.length; length++) decodeProtobuf(bytes.subarray(0, length), message);
  });
});

test("create and list in binary", async () => {
  const { sipDispatchRuleId: _, ...rule } = RULE;
  const request = new CreateSIPDispatchRuleRequest({ dispatchRule: SIPDispatchRuleInfo.fromJson(rule) });
  const created = SIPDispatchRuleInfo.fromBinary(await call("SIP/CreateSIPDispatchRule", request.toBinary()));
  assert.match(created.sipDispatchRuleId, /^SDR_/);
  const list = new ListSIPDispatchRuleRequest({ dispatchRuleIds: [created.sipDispatchRuleId] });
  const { items } = ListSIPDispatchRuleResponse.fromBinary(
    await call("SIP/ListSIPDispatchRule", list.toBinary()),
  );
  assert.deepEqual(items, [created]);
});

test("rooms with 64-bit times", async () => {
  const { rooms } = ListRoomsResponse.fromBinary(
    await call("RoomService/ListRooms", new ListRoomsRequest().toBinary(), "room-list"),
  );
  assert.equal(rooms[0]?.numParticipants, 2);
  assert.ok(Math.abs(Number(rooms[0].creationTimeMs) - Date.now()) < 60_000);
});

test("bytes that are no message", async () => {
  const headers = {
    "content-type": "application/protobuf",
    authorization: authorization("sip-admin", PAIR)!,
  };
  const path = "/twirp/livekit.SIP/ListSIPDispatchRule";
  const answer = await emulator.handle({ method: "POST", path, headers, body: Uint8Array.of(0xff, 0xff) });
  assert.equal(
    new TextDecoder().decode(answer.body),
    `{"code":"malformed","msg":"the protobuf request could not be decoded"}`,
  );
});
