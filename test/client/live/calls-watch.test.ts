/** When live calls are asked for: while somebody sees them, and never otherwise. */
import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, mock, test } from "node:test";
import { setImmediate as turn } from "node:timers/promises";
import { CallsWatch } from "../../../client/live/calls-watch.ts";
import type { LiveKitClient } from "../../../livekit/client.ts";
import { DEMO, demoClient, demoState, ready } from "../support/demo-tree.ts";

const state = await demoState();
const BOOKINGS = "SDR_DemoBookings";

const ROOM = { id: "RM_1", name: "booking_+1_x", participants: 1, createdAt: 1, metadata: "" };
const CALLER = {
  id: "PA_1",
  identity: "sip_+1",
  name: "Phone +1",
  kind: "SIP",
  attributes: new Map([["sip.ruleID", BOOKINGS]]),
  metadata: "",
};

function watching() {
  let asked = 0;
  let changes = 0;
  // Answers at once, so that a few turns are enough and a busy machine changes nothing.
  const client: LiveKitClient = {
    ...demoClient(),
    rooms: {
      list: () => {
        asked++;
        return Promise.resolve({ ok: true, value: [ROOM] });
      },
      participants: () => Promise.resolve({ ok: true, value: [CALLER] }),
    },
  };
  const projects = { connect: () => Promise.resolve({ entry: DEMO, why: "", client }) };
  const watch = new CallsWatch(projects, { get: () => ready(state) }, () => changes++);
  return { watch, asked: () => asked, changes: () => changes };
}

/** Long enough for a few answers. */
async function settle(): Promise<void> {
  for (let each = 0; each < 50; each++) await turn();
}

describe("live calls are asked for", () => {
  beforeEach(() => mock.timers.enable({ apis: ["setTimeout"] }));
  afterEach(() => mock.timers.reset());

  test("when a rule is opened and the view is visible, and then every ten seconds", async () => {
    const { watch, asked, changes } = watching();
    watch.watch("demo", BOOKINGS);
    await settle();
    assert.equal(asked(), 0);
    watch.setVisible(true);
    await settle();
    assert.equal(asked(), 1);
    assert.equal(changes(), 1);
    const load = watch.get("demo", BOOKINGS);
    assert.equal(load.kind === "ready" && load.value.rooms.length, 1);
    mock.timers.tick(10_000);
    await settle();
    assert.equal(asked(), 2);
    // The same answer is nothing to draw.
    assert.equal(changes(), 1);
    watch.dispose();
  });

  test("never while nobody sees them, and again when somebody does", async () => {
    const { watch, asked } = watching();
    watch.setVisible(true);
    watch.watch("demo", BOOKINGS);
    await settle();
    watch.setVisible(false);
    mock.timers.tick(60_000);
    await settle();
    assert.equal(asked(), 1);
    watch.setVisible(true);
    await settle();
    assert.equal(asked(), 2);
    watch.dispose();
  });

  test("no longer for a rule that was closed, and for none at all nothing is asked", async () => {
    const { watch, asked } = watching();
    watch.setVisible(true);
    await settle();
    assert.equal(asked(), 0);
    watch.watch("demo", BOOKINGS);
    await settle();
    watch.unwatch("demo", BOOKINGS);
    mock.timers.tick(60_000);
    await settle();
    assert.equal(asked(), 1);
    assert.equal(watch.get("demo", BOOKINGS).kind, "unknown");
    watch.dispose();
  });

  test("once more, and not at the same time, for who opens a rule while others are asked about", async () => {
    const { watch, asked } = watching();
    watch.setVisible(true);
    watch.watch("demo", BOOKINGS);
    watch.watch("demo", "SDR_DemoVipGuest");
    watch.watch("demo", "SDR_DemoVipGuest");
    await settle();
    assert.equal(asked(), 2);
    assert.equal(watch.get("demo", "SDR_DemoVipGuest").kind, "ready");
    watch.dispose();
  });

  test("not about a rule that is no longer deployed", async () => {
    const { watch } = watching();
    watch.setVisible(true);
    watch.watch("demo", "SDR_gone");
    await settle();
    assert.equal(watch.get("demo", "SDR_gone").kind, "unknown");
    watch.dispose();
  });
});
