/** What is known of a project after it was asked. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { latest } from "../../../client/deployed/load.ts";
import { readDeployed, UNKNOWN } from "../../../client/deployed/read-deployed.ts";
import { STOPPED } from "../../../client/deployed/requests.ts";
import { createClient } from "../../../livekit/client.ts";
import { demoClient } from "../support/demo-tree.ts";

const forever = (): AbortSignal => new AbortController().signal;

describe("what is deployed", () => {
  test("is the same object as long as the server says the same", async () => {
    const client = demoClient();
    const first = await readDeployed(client, UNKNOWN, forever());
    const second = await readDeployed(client, first, forever());
    assert.equal(second.kind, "ready");
    assert.equal(latest(second), latest(first));
    await client.rules.delete("SDR_DemoVipGuest");
    const third = await readDeployed(client, second, forever());
    assert.notEqual(latest(third), latest(first));
    assert.equal(latest(third)?.rules.length, 4);
  });

  test("stays known beside a failure", async () => {
    const before = await readDeployed(demoClient(), UNKNOWN, forever());
    const broken = createClient(
      { project: "x", url: "http://x.localhost", apiKey: "k", apiSecret: "long-enough-secret" },
      { fetch: () => Promise.reject(new TypeError("fetch failed")) },
    );
    const after = await readDeployed(broken, before, forever());
    assert.equal(after.kind, "failed");
    assert.equal(after.failure.kind, "unreachable");
    assert.equal(latest(after), latest(before));
  });

  test("is said to have been stopped, beside what was known, when a person stops it", async () => {
    const client = demoClient();
    const before = await readDeployed(client, UNKNOWN, forever());
    const after = await readDeployed(client, before, AbortSignal.abort(STOPPED));
    assert.equal(after.kind, "failed");
    assert.equal(after.failure.kind, "cancelled");
    assert.equal(latest(after), latest(before));
  });

  test("is as before when somebody gives up", async () => {
    const client = demoClient();
    const before = await readDeployed(client, UNKNOWN, forever());
    const controller = new AbortController();
    const reading = readDeployed(client, before, controller.signal);
    controller.abort();
    assert.equal(await reading, before);
    assert.equal(await readDeployed(client, UNKNOWN, AbortSignal.abort()), UNKNOWN);
  });
});
