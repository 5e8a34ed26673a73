import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { createClient } from "../../../livekit/client.ts";
import { emulators } from "../support/servers.ts";

const rule = (pin: number): string =>
  `{"rule": {"dispatchRuleDirect": {"roomName": "open-room", "pin": "${pin}"}}}`;

for (const { name, open } of emulators)
  describe(name, () => {
    test("100 creates of one rule at once: exactly one is stored", async () => {
      const { connection, fetch, close } = await open();
      const client = createClient(connection, fetch ? { fetch } : {});
      const outcomes = await Promise.all(Array.from({ length: 100 }, () => client.rules.create(rule(1))));
      const kinds = outcomes.map((outcome) => (outcome.ok ? "ok" : outcome.failure.kind));
      assert.equal(kinds.filter((kind) => kind === "ok").length, 1);
      assert.equal(kinds.filter((kind) => kind === "conflict").length, 99);
      const stored = await client.rules.list();
      assert.equal(stored.ok && stored.value.length, 1);
      await close();
    });

    test("creates, updates and deletes at once: what is acknowledged is there", async () => {
      const { connection, fetch, close } = await open();
      const client = createClient(connection, fetch ? { fetch } : {});
      const expected = new Map<string, string>();
      await Promise.all(
        Array.from({ length: 60 }, async (_, index) => {
          const created = await client.rules.create(rule(index));
          assert.ok(created.ok);
          const { id } = created.value;
          if (index % 3 === 0) assert.ok((await client.rules.delete(id)).ok);
          else {
            if (index % 3 === 1) assert.ok((await client.rules.patch(id, `{"name": "${index}"}`)).ok);
            expected.set(id, index % 3 === 1 ? String(index) : "");
          }
        }),
      );
      const stored = await client.rules.list();
      assert.ok(stored.ok);
      assert.deepEqual(
        new Map(stored.value.map((found) => [found.id, found.name])),
        new Map([...expected].sort()),
      );
      await close();
    });
  });
