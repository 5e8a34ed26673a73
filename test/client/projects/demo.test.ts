/** The demo project: there at once, its own in each workspace, and still there after a restart. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { demoClient } from "../support/demo-tree.ts";
import { Memory } from "../support/memory.ts";

const RULE =
  '{"dispatch_rule": {"name": "mine", "rule": {"dispatch_rule_direct": {"room_name": "my-room"}}, "numbers": ["+1"]}}';

async function names(client = demoClient()): Promise<string[]> {
  const listed = await client.rules.list();
  assert.ok(listed.ok);
  return listed.value.map(({ name }) => name);
}

describe("the demo project", () => {
  test("has rules, trunks and a call under way", async () => {
    const client = demoClient();
    assert.equal((await names(client)).length, 5);
    const trunks = await client.inboundTrunks.list();
    assert.ok(trunks.ok);
    assert.equal(trunks.value.length, 3);
    const rooms = await client.rooms.list();
    assert.ok(rooms.ok);
    assert.equal(rooms.value[0]?.participants, 2);
  });

  test("keeps what was done in it", async () => {
    const memory = new Memory();
    const before = demoClient(memory);
    assert.equal((await before.rules.create(RULE)).ok, true);
    assert.equal((await before.rules.delete("SDR_DemoVipGuest")).ok, true);
    const after = await names(demoClient(memory));
    assert.ok(after.includes("mine"));
    assert.ok(!after.includes("VIP guests"));
    assert.equal(after.length, 5);
  });

  test("is another one in another workspace", async () => {
    await demoClient().rules.create(RULE);
    assert.ok(!(await names()).includes("mine"));
  });

  test("refuses what LiveKit refuses", async () => {
    const client = demoClient();
    assert.equal((await client.rules.create(RULE)).ok, true);
    const again = await client.rules.create(RULE);
    assert.equal(!again.ok && again.failure.kind, "conflict");
  });

  test("starts again where the storage is broken", async () => {
    const memory = new Memory();
    memory.values.set("livekitDispatch.demo", "nonsense");
    assert.equal((await names(demoClient(memory))).length, 5);
  });
});
