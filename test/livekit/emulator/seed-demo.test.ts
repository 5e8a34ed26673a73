import assert from "node:assert/strict";
import { test } from "node:test";
import { validateRules } from "../../../core/routing/rule/rule-validator.ts";
import { findTrunkConflict } from "../../../core/routing/trunk/trunk-conflicts.ts";
import { createClient } from "../../../livekit/client.ts";
import { createEmulator } from "../../../livekit/emulator/emulator.ts";
import { emulatorFetch } from "../../../livekit/emulator/fetch.ts";
import { inboundTrunkFault } from "../../../livekit/emulator/trunk-checks.ts";
import { seedDemo } from "../../../livekit/emulator/seed-demo.ts";

const KEY = { apiKey: "demo-key", apiSecret: "demo-secret" };

function seeded(): ReturnType<typeof createEmulator> {
  const emulator = createEmulator(KEY);
  seedDemo(emulator.store, Date.now());
  return emulator;
}

test("the demo's trunks and rules are such as LiveKit would store", () => {
  const { store } = seeded();
  const fieldsOf = (kind: "rule" | "inboundTrunk"): object[] => store.list(kind).map(({ fields }) => fields);
  assert.equal(validateRules(fieldsOf("rule")).fault, undefined);
  assert.equal(findTrunkConflict(fieldsOf("inboundTrunk")), undefined);
  for (const { id, fields } of store.list("inboundTrunk")) {
    assert.match(id, /^ST_[23456789A-HJ-NP-Za-km-z]{12}$/);
    assert.equal(inboundTrunkFault(fields), undefined);
  }
  for (const { id } of store.list("rule")) assert.match(id, /^SDR_[23456789A-HJ-NP-Za-km-z]{12}$/);
});

test("a user sees trunks, rules, a room and who is in it", async () => {
  const connection = { project: "demo", url: "http://demo.localhost", ...KEY };
  const client = createClient(connection, { fetch: emulatorFetch(seeded()) });
  const [rules, trunks, rooms] = await Promise.all([
    client.rules.list(),
    client.inboundTrunks.list(),
    client.rooms.list(),
  ]);
  assert.ok(rules.ok && trunks.ok && rooms.ok);
  assert.deepEqual([rules.value.length, trunks.value.length, rooms.value.length], [5, 3, 1]);
  const participants = await client.rooms.participants(rooms.value[0]!.name);
  assert.ok(participants.ok);
  assert.deepEqual(
    participants.value.map(({ kind, identity }) => [kind, identity]),
    [
      ["SIP", "sip_+15105550142"],
      ["AGENT", "agent-booking"],
    ],
  );
});

test("a store that has something in it is left alone", () => {
  const { store } = createEmulator(KEY);
  store.put("rule", "SDR_mine", { sipDispatchRuleId: "SDR_mine" });
  seedDemo(store, Date.now());
  assert.deepEqual([store.list("rule").length, store.list("inboundTrunk").length], [1, 0]);
});
