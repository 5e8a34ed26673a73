/** Which calls are under way, told from rooms and who is in them. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { MOST_ROOMS, roomsOfRule } from "../../../client/live/live-call.ts";
import { readCalls } from "../../../client/live/read-calls.ts";
import type { DispatchRule } from "../../../core/routing/types.ts";
import type { Outcome } from "../../../livekit/outcome.ts";
import type { Participant, Room } from "../../../livekit/room-service.ts";
import { demoClient } from "../support/demo-tree.ts";

const forever = new AbortController().signal;
const individual = (roomPrefix: string): DispatchRule => ({
  rule: { dispatchRuleIndividual: { roomPrefix } },
});

function room(name: string, participants = 1, createdAt = 0): Room {
  return { id: name, name, participants, createdAt, metadata: "" };
}

function caller(ruleId: string): Participant {
  const attributes = new Map([
    ["sip.ruleID", ruleId],
    ["sip.phoneNumber", "+1"],
  ]);
  return { id: "PA_1", identity: "sip_+1", name: "Phone +1", kind: "SIP", attributes, metadata: "" };
}

function service(rooms: readonly Room[], people: (room: string) => Outcome<readonly Participant[]>) {
  const asked: string[] = [];
  return {
    asked,
    client: {
      rooms: {
        list: () => Promise.resolve({ ok: true, value: rooms } as const),
        participants: (name: string) => {
          asked.push(name);
          return Promise.resolve(people(name));
        },
      },
    },
  };
}

describe("live calls", () => {
  test("of the demo: the call that came through the rule, and who answered", async () => {
    const rules = new Map([
      ["SDR_DemoBookings", individual("booking")],
      ["SDR_DemoVipGuest", individual("vip")],
    ]);
    const calls = await readCalls(demoClient(), rules, forever);
    const bookings = calls.get("SDR_DemoBookings");
    assert.ok(bookings?.ok);
    assert.equal(bookings.value.rooms.length, 1);
    assert.deepEqual(bookings.value.rooms[0]?.callers, [
      {
        identity: "sip_+15105550142",
        name: "Phone +15105550142",
        from: "+15105550142",
        to: "+15105550100",
        status: "active",
        callId: "SCL_DemoCaller22",
      },
    ]);
    assert.deepEqual(bookings.value.rooms[0].others, ["agent-booking"]);
    const vip = calls.get("SDR_DemoVipGuest");
    assert.deepEqual(vip, { ok: true, value: { rooms: [], unread: 0 } });
  });

  test("are looked for only in rooms that the rule can have made, with somebody in them, the newest first", () => {
    const rooms = [
      room("call_1", 1, 1),
      room("call_2", 1, 2),
      room("call", 1),
      room("call_3", 0),
      room("other_1"),
    ];
    assert.deepEqual(
      roomsOfRule(individual("call"), rooms).map(({ name }) => name),
      ["call_2", "call_1"],
    );
    const direct: DispatchRule = { rule: { dispatchRuleDirect: { roomName: "call" } } };
    assert.deepEqual(
      roomsOfRule(direct, rooms).map(({ name }) => name),
      ["call"],
    );
    assert.equal(roomsOfRule(individual(""), rooms).length, 4);
    assert.deepEqual(roomsOfRule({}, rooms), []);
  });

  test("are told by who is in the room: a name alone proves nothing", async () => {
    const { client } = service([room("call_1"), room("call_2")], (name) => ({
      ok: true,
      value: name === "call_1" ? [caller("SDR_1")] : [caller("SDR_other")],
    }));
    const calls = (await readCalls(client, new Map([["SDR_1", individual("call")]]), forever)).get("SDR_1");
    assert.ok(calls?.ok);
    assert.deepEqual(
      calls.value.rooms.map(({ name }) => name),
      ["call_1"],
    );
  });

  test("of several rules ask for each room once, and for no more than a few", async () => {
    const rooms = Array.from({ length: 100 }, (_, index) => room(`call_${index}`));
    const { client, asked } = service(rooms, () => ({ ok: true, value: [] }));
    const rules = new Map([
      ["SDR_1", individual("call")],
      ["SDR_2", individual("")],
    ]);
    const calls = await readCalls(client, rules, forever);
    assert.equal(asked.length, MOST_ROOMS);
    assert.equal(new Set(asked).size, asked.length);
    assert.deepEqual(calls.get("SDR_1"), { ok: true, value: { rooms: [], unread: 100 - MOST_ROOMS } });
  });

  test("say what failed, for every rule, or for the one whose room it is", async () => {
    const failure = { kind: "timeout", milliseconds: 1, effect: "none" } as const;
    const down = {
      rooms: {
        ...service([], () => ({ ok: true, value: [] })).client.rooms,
        list: () => Promise.resolve({ ok: false, failure } as const),
      },
    };
    const rules = new Map([
      ["SDR_1", individual("a")],
      ["SDR_2", individual("b")],
    ]);
    for (const answer of (await readCalls(down, rules, forever)).values())
      assert.deepEqual(answer, { ok: false, failure });
    const { client } = service([room("a_1"), room("b_1")], (name) =>
      name === "a_1" ? { ok: false, failure } : { ok: true, value: [] },
    );
    const calls = await readCalls(client, rules, forever);
    assert.equal(calls.get("SDR_1")?.ok, false);
    assert.equal(calls.get("SDR_2")?.ok, true);
  });
});
