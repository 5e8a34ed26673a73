/** LiveKit's own clients for Node on the same servers: a second opinion on what the emulator answers. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { RoomServiceClient, SipClient } from "livekit-server-sdk";
import { emptyServer } from "./support/raw-call.ts";
import { servers, type OpenServer } from "./support/servers.ts";

const overNetwork = servers.filter(({ name }) => name !== "the emulator, called directly");
for (const { name, skip } of overNetwork) if (skip !== undefined) test(name, { skip }, () => {});

for (const tested of overNetwork.filter(({ skip }) => skip === undefined))
  describe(tested.name, () => {
    let server: OpenServer;
    let sip: SipClient;
    let rooms: RoomServiceClient;
    before(async () => {
      server = await tested.open();
      const { url, apiKey, apiSecret } = server.connection;
      sip = new SipClient(url, apiKey, apiSecret, { failover: false });
      rooms = new RoomServiceClient(url, apiKey, apiSecret, { failover: false });
      await emptyServer(server);
    });
    after(() => server.close());

    test("SipClient makes, changes, lists and deletes rules", async () => {
      const options = { name: "By the SDK", trunkIds: ["ST_a"], metadata: "m", attributes: { a: "b" } };
      const kind = { type: "individual", roomPrefix: "call-", pin: "1" } as const;
      const { sipDispatchRuleId: id, ...made } = await sip.createSipDispatchRule(kind, options);
      assert.deepEqual(
        [made.name, made.trunkIds, made.attributes],
        [options.name, options.trunkIds, { a: "b" }],
      );
      const changed = await sip.updateSipDispatchRuleFields(id, { name: "Changed", attributes: { a: "" } });
      assert.deepEqual([changed.name, changed.metadata, changed.attributes], ["Changed", "m", {}]);
      const listed = await sip.listSipDispatchRule({ trunkIds: ["ST_a"] });
      assert.deepEqual(
        listed.map((rule) => rule.sipDispatchRuleId),
        [id],
      );
      const replaced = await sip.updateSipDispatchRule(id, listed[0]!);
      assert.equal(replaced.name, "Changed");
      assert.equal((await sip.deleteSipDispatchRule(id)).sipDispatchRuleId, id);
      await assert.rejects(sip.deleteSipDispatchRule(id), { message: /does not exist/, status: 404 });
    });

    test("SipClient reads a conflict", async () => {
      const kind = { type: "direct", roomName: "r" } as const;
      const { sipDispatchRuleId: id } = await sip.createSipDispatchRule(kind);
      await assert.rejects(sip.createSipDispatchRule(kind), { message: /already exists/, status: 400 });
      await sip.deleteSipDispatchRule(id);
    });

    test("SipClient makes, changes, lists and deletes trunks", async () => {
      const inbound = await sip.createSipInboundTrunk("In", ["+15105550100"], { krispEnabled: true });
      await sip.updateSipInboundTrunkFields(inbound.sipTrunkId, { name: "Changed" });
      const [listed] = await sip.listSipInboundTrunk();
      assert.deepEqual(
        [listed?.name, listed?.numbers, listed?.krispEnabled],
        ["Changed", ["+15105550100"], true],
      );
      const outbound = await sip.createSipOutboundTrunk("Out", "sip.example.com", ["+15105550101"], {
        transport: 0,
      });
      assert.equal((await sip.listSipOutboundTrunk())[0]?.address, "sip.example.com");
      for (const { sipTrunkId } of [inbound, outbound]) await sip.deleteSipTrunk(sipTrunkId);
      assert.deepEqual([await sip.listSipInboundTrunk(), await sip.listSipOutboundTrunk()], [[], []]);
    });

    test("RoomServiceClient makes, lists and deletes rooms", async () => {
      const room = await rooms.createRoom({ name: "open-room", emptyTimeout: 600, metadata: "m" });
      assert.deepEqual([room.name, room.emptyTimeout, room.metadata], ["open-room", 600, "m"]);
      const changed = await rooms.updateRoomMetadata("open-room", "changed");
      assert.equal(changed.metadata, "changed");
      // LiveKit answers before the list knows of it.
      const listed = async () => (await rooms.listRooms()).map(({ name, metadata }) => [name, metadata]);
      for (let left = 100; left > 0 && (await listed())[0]?.[1] !== "changed"; left--) await setTimeout(50);
      assert.deepEqual(await listed(), [["open-room", "changed"]]);
      assert.deepEqual(await rooms.listParticipants("open-room"), []);
      await assert.rejects(rooms.getParticipant("open-room", "nobody"), { status: 404 });
      await rooms.deleteRoom("open-room");
      assert.deepEqual(await rooms.listRooms(), []);
    });
  });
