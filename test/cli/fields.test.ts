import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { fieldsOfPath, nearestPath } from "../../cli/fields/field-path.ts";
import { cli } from "./run-cli.ts";

describe("a path as an author writes it", () => {
  const cases: readonly (readonly [path: string, field: string | undefined])[] = [
    ["rule", "SIPDispatchRuleInfo.rule"],
    ["trunkIds", "SIPDispatchRuleInfo.trunk_ids"],
    ["room_config.agents.agentName", "RoomAgentDispatch.agent_name"],
    ["roomConfig.agents[0].agent_name", "RoomAgentDispatch.agent_name"],
    ["dispatch_rule.rule.dispatchRuleDirect.pin", "SIPDispatchRuleDirect.pin"],
    ["items[3].name", "SIPDispatchRuleInfo.name"],
    ["items.3.name", "SIPDispatchRuleInfo.name"],
    ["update.trunk_ids.set", "ListUpdate.set"],
    ["rule.name", undefined],
    ["__proto__", undefined],
    ["", undefined],
    [".", undefined],
  ];
  for (const [path, field] of cases)
    test(`"${path}"`, () => {
      const found = fieldsOfPath(path)?.at(-1);
      assert.equal(found && `${found.message.name}.${found.name}`, field && `livekit.${field}`);
    });
});

describe("the nearest to one that is not there", () => {
  const cases: readonly (readonly [path: string, nearest: string | undefined])[] = [
    ["trunks", "trunk_ids"],
    ["agentName", "room_config.agents.agent_name"],
    ["agent_nam", "room_config.agents.agent_name"],
    ["room_config.agent", "room_config.agents"],
    ["pin", "rule.dispatch_rule_direct.pin"],
    ["qqqqqqqqqqqq", undefined],
  ];
  for (const [path, nearest] of cases) test(`"${path}"`, () => assert.equal(nearestPath(path), nearest));
});

test("the tree of a rule has both spellings and says what each is for", async () => {
  const { stdout, code } = await cli(["fields"]);
  assert.match(stdout, /^trunk_ids \(trunkIds\) +list of text +\S.*\.$/m);
  assert.match(stdout, /^ {4}agent_name \(agentName\) +text +\S/m);
  assert.match(stdout, /^ {4}room … +RoomCompositeEgressRequest/m);
  assert.equal(code, 0);
});

test("how deep is a matter of taste", async () => {
  const lines = async (depth: string): Promise<number> =>
    (await cli(["fields", "--depth", depth])).stdout.split("\n").length;
  const [one, two, nine] = await Promise.all(["1", "2", "9"].map(lines));
  assert.ok(one! < two! && two! < nine!);
  assert.equal((await cli(["fields", "--depth", "none"])).code, 2);
});

test("the page of a field", async () => {
  const { stdout } = await cli(["fields", "dispatch_rule.roomConfig.agents"]);
  assert.match(
    stdout,
    /^dispatch_rule\.room_config\.agents or dispatchRule\.roomConfig\.agents\nlist of RoomAgentDispatch\n/,
  );
  assert.match(stdout, /^Default: /m);
  assert.match(stdout, /^Example: "agents": \[/m);
  assert.match(stdout, /^agent_name \(agentName\) /m);
});

test("the values of an enum, and what a field excludes", async () => {
  assert.match((await cli(["fields", "media.encryption"])).stdout, /^ {2}SIP_MEDIA_ENCRYPT_REQUIRE$/m);
  assert.match(
    (await cli(["fields", "rule.dispatch_rule_direct"])).stdout,
    /excludes dispatch_rule_individual and dispatch_rule_callee/,
  );
});

test("a field that is none", async () => {
  const { stderr, code } = await cli(["fields", "trunks"]);
  assert.match(stderr, /^There is no field "trunks"\. Did you mean "trunk_ids"\?\n/);
  assert.equal(code, 2);
});
