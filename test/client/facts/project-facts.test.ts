/** What the language server is told: enough to compare, and nothing that is secret. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { factsFor, newPinKey } from "../../../client/facts/project-facts.ts";
import type { DeployedState, Load } from "../../../client/deployed/load.ts";
import { pinDigest } from "../../../core/picture/pin-digest.ts";
import { readTrunk } from "../../../core/routing/input/read.ts";
import { readFacts } from "../../../server/facts.ts";

const rule = {
  sip_dispatch_rule_id: "SDR_Vh6vTqQ3YzKp",
  name: "Board",
  trunk_ids: ["ST_8m3KxQv7Rt2Z"],
  numbers: ["+15550100"],
  metadata: "canary-metadata",
  attributes: { token: "canary-attribute" },
  rule: { dispatch_rule_individual: { room_prefix: "board-", pin: "4711" } },
  room_config: {
    agents: [{ agent_name: "triage", metadata: "canary-agent" }],
    egress: { x: "canary-egress" },
  },
};
const { value: trunk } = readTrunk({
  sipTrunkId: "ST_8m3KxQv7Rt2Z",
  name: "Carrier",
  numbers: ["+15550100"],
  allowedAddresses: ["10.0.0.0/8"],
  allowedNumbers: ["+15550199"],
  authUsername: "canary-user",
  authPassword: "canary-password",
  headers: { "X-Token": "canary-header" },
  headersToAttributes: { "X-Caller": "caller" },
  includeHeaders: "SIP_ALL_HEADERS",
});
const ready: Load<DeployedState> = {
  kind: "ready",
  readAt: 1234,
  value: {
    rules: [{ id: "SDR_Vh6vTqQ3YzKp", name: "Board", text: JSON.stringify(rule) }],
    trunks: [{ id: "ST_8m3KxQv7Rt2Z", name: "Carrier", trunk }],
  },
};
const addressOf = (id: string): string => `livekit-rule:/${id}`;

describe("the facts for the language server", () => {
  it("hold what decides about calls, and no secret and no PIN", () => {
    const facts = factsFor(ready, "Demo", undefined, "key", addressOf);
    const sent = JSON.stringify(facts);
    assert.doesNotMatch(sent, /canary|4711/);
    const { picture, facts: known, freshUntil } = readFacts(JSON.parse(sent));
    const [deployed] = picture.deployed ?? [];
    assert.deepEqual(deployed, {
      origin: "deployed",
      project: "Demo",
      uri: "livekit-rule:/SDR_Vh6vTqQ3YzKp",
      rule: {
        sipDispatchRuleId: "SDR_Vh6vTqQ3YzKp",
        name: "Board",
        trunkIds: ["ST_8m3KxQv7Rt2Z"],
        numbers: ["+15550100"],
        rule: { dispatchRuleIndividual: { roomPrefix: "board-", pin: pinDigest("key", "4711") } },
        roomConfig: { agents: [{ agentName: "triage" }] },
      },
    });
    assert.deepEqual(picture.trunks?.[0]?.trunk, {
      sipTrunkId: "ST_8m3KxQv7Rt2Z",
      name: "Carrier",
      numbers: ["+15550100"],
      allowedNumbers: ["+15550199"],
      allowedAddresses: ["10.0.0.0/8"],
      headersToAttributes: { "X-Caller": "caller" },
      includeHeaders: "SIP_ALL_HEADERS",
    });
    assert.equal(picture.project, "Demo");
    assert.equal(known.project, "Demo");
    assert.equal(picture.hasAllTrunks, true);
    assert.deepEqual(known.trunks, [{ id: "ST_8m3KxQv7Rt2Z", name: "Carrier", numbers: ["+15550100"] }]);
    assert.equal(freshUntil, 1234 + 30 * 60 * 1000);
  });

  it("are unknown as long as no answer is there, and after a failure", () => {
    const unknown: (Load<DeployedState> | undefined)[] = [
      undefined,
      { kind: "unknown" },
      { kind: "loading" },
      { kind: "failed", failure: { kind: "timeout" } as never, last: ready.value },
    ];
    for (const load of unknown)
      assert.equal(factsFor(load, "Demo", undefined, "key", addressOf).project, null);
  });

  it("say of agents only what is certain", () => {
    assert.equal(
      factsFor(undefined, "", { names: [], hasAll: true }, "key", addressOf).agentNames,
      undefined,
    );
    const open = factsFor(undefined, "", { names: ["a"], hasAll: false }, "key", addressOf);
    assert.equal(readFacts(open).picture.agentNames, undefined);
    assert.deepEqual(readFacts(open).facts.agentNames, ["a"]);
    const all = factsFor(undefined, "", { names: ["a"], hasAll: true }, "key", addressOf);
    assert.deepEqual(readFacts(all).picture.agentNames, ["a"]);
  });

  it("have a key of their own in each session", () => {
    assert.match(newPinKey(), /^[0-9a-f]{64}$/);
    assert.notEqual(newPinKey(), newPinKey());
  });
});
