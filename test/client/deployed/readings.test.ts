/** What was read is of one server: whoever takes the project's name is another one. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Readings } from "../../../client/deployed/readings.ts";
import { demoState, PROD, ready } from "../support/demo-tree.ts";

test("what was read is known by the project's id until it is dropped", async () => {
  const readings = new Readings();
  assert.equal(readings.get(PROD.id).kind, "unknown");
  assert.equal(readings.delete(PROD.id), false);
  readings.set(PROD.id, ready(await demoState()));
  assert.equal(readings.get(PROD.id).kind, "ready");
  assert.equal(readings.delete(PROD.id), true);
  assert.equal(readings.get(PROD.id).kind, "unknown");
});

test("another server or another key under the same name is elsewhere; what was never read is from nowhere", () => {
  const readings = new Readings();
  assert.equal(readings.isFromElsewhere(PROD.id, PROD), false);
  readings.readAt(PROD.id, PROD);
  assert.equal(readings.isFromElsewhere(PROD.id, { host: PROD.host, apiKey: PROD.apiKey }), false);
  assert.equal(readings.isFromElsewhere(PROD.id, { ...PROD, host: "other.livekit.cloud" }), true);
  assert.equal(readings.isFromElsewhere(PROD.id, { ...PROD, apiKey: "APIother" }), true);
  readings.delete(PROD.id);
  assert.equal(readings.isFromElsewhere(PROD.id, { ...PROD, host: "other.livekit.cloud" }), false);
});
