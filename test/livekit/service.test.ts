/** The client against every server there is: what a user does, with what comes of it. */
import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { createClient, type LiveKitClient } from "../../livekit/client.ts";
import type { Outcome } from "../../livekit/outcome.ts";
import { canary } from "./support/canary.ts";
import { emptyServer, rawCall } from "./support/raw-call.ts";
import { servers, type OpenServer } from "./support/servers.ts";

const WRAPPED = `{"dispatch_rule": {"rule": {"dispatch_rule_direct": {"room_name": "open-room"}}, "name": "Open"}}`;
const BARE = `{
  "rule": {"dispatchRuleIndividual": {"roomPrefix": "call-", "pin": "1234"}},
  "trunkIds": ["ST_a"],
  "numbers": ["+15105550100"],
  "name": "Bare",
  "attributes": {"a": "b"}
}`;

function valueOf<T>(outcome: Outcome<T>): T {
  assert.ok(outcome.ok, `unexpected failure: ${JSON.stringify(outcome)}`);
  return outcome.value;
}

function failureOf(outcome: Outcome<unknown>): unknown {
  assert.ok(!outcome.ok, `unexpected success: ${JSON.stringify(outcome)}`);
  return outcome.failure;
}

const parsed = (text: string): Record<string, unknown> => JSON.parse(text) as Record<string, unknown>;

for (const { name, skip } of servers) if (skip !== undefined) test(name, { skip }, () => {});

for (const tested of servers.filter(({ skip }) => skip === undefined))
  describe(tested.name, () => {
    let server: OpenServer;
    let client: LiveKitClient;
    before(async () => {
      server = await tested.open();
      client = createClient(server.connection, server.fetch ? { fetch: server.fetch } : {});
    });
    after(() => server.close());
    beforeEach(() => emptyServer(server));

    test("a project without rules has an empty list", async () => {
      assert.deepEqual(valueOf(await client.rules.list()), []);
    });

    test("create takes a wrapped rule and answers with what is stored", async () => {
      const created = valueOf(await client.rules.create(WRAPPED));
      assert.match(created.id, /^SDR_[2-9A-HJ-NP-Za-km-z]{12}$/);
      assert.equal(created.name, "Open");
      assert.deepEqual(created.removed, []);
      const [listed] = valueOf(await client.rules.list());
      assert.deepEqual(parsed(listed?.text ?? ""), parsed(created.text));
    });

    test("create wraps a rule, so that no field of it is lost", async () => {
      const { text } = valueOf(await client.rules.create(BARE));
      const { numbers, trunk_ids: trunks, rule, attributes } = parsed(text);
      assert.deepEqual([numbers, trunks, attributes], [["+15105550100"], ["ST_a"], { a: "b" }]);
      const kind = { room_prefix: "call-", pin: "1234", no_randomness: false };
      assert.deepEqual(rule, { dispatch_rule_individual: kind });
    });

    test("create leaves out what belongs to the server, and names it", async () => {
      const first = valueOf(await client.rules.create(WRAPPED));
      valueOf(await client.rules.delete(first.id));
      const again = valueOf(await client.rules.create(first.text));
      assert.notEqual(again.id, first.id);
      assert.deepEqual(
        again.removed.map((field) => field.name),
        ["sip_dispatch_rule_id", "created_at", "updated_at"],
      );
    });

    test("get finds one rule, and says so where there is none", async () => {
      const { id, text } = valueOf(await client.rules.create(WRAPPED));
      assert.deepEqual(parsed(valueOf(await client.rules.get(id)).text), parsed(text));
      const missing = { kind: "notFound", what: "dispatch rule", id: "SDR_missing" };
      assert.deepEqual(failureOf(await client.rules.get("SDR_missing")), missing);
    });

    test("list is in the order of ids and takes filters", async () => {
      const on = (trunk: string): string =>
        `{"rule": {"dispatchRuleDirect": {"roomName": "r"}}, "trunkIds": ["${trunk}"]}`;
      const ids: string[] = [];
      for (const document of [on("ST_a"), on("ST_b"), WRAPPED])
        ids.push(valueOf(await client.rules.create(document)).id);
      const idsOf = async (filter?: { ids?: string[]; trunkIds?: string[] }): Promise<string[]> =>
        valueOf(await client.rules.list(filter)).map((rule) => rule.id);
      assert.deepEqual(await idsOf(), [...ids].sort());
      assert.deepEqual(await idsOf({ trunkIds: ["ST_a"] }), [ids[0], ids[2]].sort());
      assert.deepEqual(await idsOf({ ids: [ids[1]!, "SDR_missing"] }), [ids[1]]);
    });

    test("replace clears what the document lacks; patch keeps it", async () => {
      const { id } = valueOf(await client.rules.create(BARE));
      const patched = parsed(valueOf(await client.rules.patch(id, `{"name": "Patched"}`)).text);
      assert.deepEqual([patched["name"], patched["numbers"]], ["Patched", ["+15105550100"]]);
      const replaced = parsed(valueOf(await client.rules.replace(id, WRAPPED)).text);
      assert.deepEqual([replaced["name"], replaced["numbers"], replaced["attributes"]], ["Open", [], {}]);
      assert.equal(replaced["sip_dispatch_rule_id"], id);
    });

    test("what the server sent can be sent back", async () => {
      const { id, text } = valueOf(await client.rules.create(BARE));
      const replaced = valueOf(await client.rules.replace(id, text));
      assert.deepEqual(parsed(replaced.text), parsed(text));
    });

    test("changing or deleting a rule that does not exist", async () => {
      const missing = { kind: "notFound", what: "dispatch rule", id: "SDR_missing" };
      assert.deepEqual(failureOf(await client.rules.replace("SDR_missing", WRAPPED)), missing);
      assert.deepEqual(failureOf(await client.rules.patch("SDR_missing", `{"name": "x"}`)), missing);
      assert.deepEqual(failureOf(await client.rules.delete("SDR_missing")), missing);
    });

    test("delete answers with the rule as it was", async () => {
      const { id, text } = valueOf(await client.rules.create(WRAPPED));
      assert.deepEqual(parsed(valueOf(await client.rules.delete(id)).text), parsed(text));
      assert.deepEqual(valueOf(await client.rules.list()), []);
    });

    test("a conflict names the other rule", async () => {
      const { id } = valueOf(await client.rules.create(WRAPPED));
      const failure = failureOf(await client.rules.create(WRAPPED)) as { message: string };
      assert.match(failure.message, /^Dispatch rule for the same trunk/);
      assert.deepEqual(failure, { kind: "conflict", message: failure.message, rule: { id, name: "Open" } });
      assert.equal(valueOf(await client.rules.list()).length, 1);
    });

    test("a rule that clashes with itself: LiveKit names no other", async () => {
      const twice = `{"rule": {"dispatchRuleDirect": {}}, "trunkIds": ["ST_a", "ST_a"]}`;
      const failure = failureOf(await client.rules.create(twice)) as { message: string };
      assert.deepEqual(failure, { kind: "conflict", message: failure.message });
    });

    test("a refusal brings LiveKit's own text", async () => {
      const noKind = failureOf(await client.rules.create(`{"dispatch_rule": {"rule": {}}}`)) as {
        message: string;
      };
      assert.match(noKind.message, /unsupported SIP Dispatch Rule: <nil>$/);
      const codec = `{"rule": {"dispatchRuleDirect": {}}, "media": {"codecs": [{"name": "PC MU"}]}}`;
      assert.deepEqual(failureOf(await client.rules.create(codec)), {
        kind: "rejected",
        reason: "invalid",
        status: 400,
        code: "invalid_argument",
        message: "invalid codec name",
        effect: "none",
      });
    });

    test("malformed is explained, with the place in the document", async () => {
      const document = `{\n  "rule": {"dispatchRuleDirect": {}},\n  "name": 5,\n  "sipDispatchRuleId": "x"\n}`;
      const failure = failureOf(await client.rules.create(document)) as {
        place: { start: number; end: number };
      };
      assert.equal(document.slice(failure.place.start, failure.place.end), "5");
      assert.deepEqual(failure, {
        kind: "rejected",
        reason: "malformed",
        status: 400,
        code: "malformed",
        message: "the json request could not be decoded",
        explanation: "invalid value for string field name: 5",
        place: { ...failure.place, line: 3, column: 11 },
        effect: "none",
      });
    });

    test("malformed in an update is explained too", async () => {
      const { id } = valueOf(await client.rules.create(WRAPPED));
      const document = `{"dispatch_rule": {"rule": {"dispatch_rule_direct": {}}, "metadata": {"a": 1}}}`;
      const replaced = failureOf(await client.rules.replace(id, document)) as { place: { start: number } };
      assert.equal(replaced.place.start, document.indexOf(`{"a"`));
      const update = `{"attributes": {"a": 1}}`;
      const patched = failureOf(await client.rules.patch(id, update)) as { place: { start: number } };
      assert.equal(patched.place.start, update.indexOf("1"));
    });

    test("inbound trunks come without their passwords", async () => {
      const trunk = {
        name: "Main",
        numbers: ["+15105550100"],
        auth_username: "u",
        auth_password: "canary-password",
      };
      const { sip_trunk_id: id } = await rawCall(server, "SIP/CreateSIPInboundTrunk", { trunk });
      const trunks = valueOf(await client.inboundTrunks.list());
      assert.deepEqual(
        trunks.map((found) => [found.id, found.name, found.trunk.numbers]),
        [[id, "Main", trunk.numbers]],
      );
      assert.doesNotMatch(JSON.stringify(trunks), /canary/);
    });

    test("rooms, and who is in them", async () => {
      await rawCall(server, "RoomService/CreateRoom", { name: "open-room", metadata: "m" });
      const [room] = valueOf(await client.rooms.list());
      assert.deepEqual([room?.name, room?.metadata, room?.participants], ["open-room", "m", 0]);
      assert.ok(Math.abs((room?.createdAt ?? 0) - Date.now()) < 60_000);
      assert.deepEqual(valueOf(await client.rooms.participants("open-room")), []);
    });

    test("a wrong secret, an unknown key, a clock that is off", async () => {
      const { connection, fetch } = server;
      const attempt = async (changed: Partial<typeof connection>): Promise<unknown> => {
        const other = createClient({ ...connection, ...changed }, fetch ? { fetch } : {});
        return (failureOf(await other.rules.list()) as { reason: string }).reason;
      };
      assert.equal(await attempt({ apiSecret: canary("wrong") }), "wrong-secret");
      assert.equal(await attempt({ apiKey: "nosuchkey" }), "unknown-key");
      assert.equal(await attempt({ apiSecret: "" }), "missing-credentials");
    });
  });
