/** Calls of the API that the client has no use for, to bring a server into a state. */
import assert from "node:assert/strict";
import { readAddress } from "../../../livekit/address.ts";
import type { OpenServer } from "./servers.ts";
import { claims, signed } from "./tokens.ts";

const GRANTS = {
  sip: { admin: true },
  video: { roomCreate: true, roomList: true },
};

export type Json = Readonly<Record<string, unknown>>;

export async function rawCall(
  { connection, fetch: send = fetch }: OpenServer,
  call: string,
  body: Json,
  grants: Json = GRANTS,
): Promise<Json> {
  const reading = readAddress(connection.url);
  assert.ok(reading.ok);
  const { apiKey: key, apiSecret: secret } = connection;
  const response = await send(`${reading.address.base}/twirp/livekit.${call}`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      authorization: `Bearer ${signed(claims({ key, secret }, grants), secret)}`,
    },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  assert.equal(response.status, 200, `${call}: ${text}`);
  return JSON.parse(text) as Json;
}

/** Deletes all rules, trunks and rooms. */
export async function emptyServer(server: OpenServer): Promise<void> {
  const items = async (call: string, list: string): Promise<readonly Json[]> =>
    ((await rawCall(server, call, {}))[list] ?? []) as readonly Json[];
  for (const rule of await items("SIP/ListSIPDispatchRule", "items"))
    await rawCall(server, "SIP/DeleteSIPDispatchRule", {
      sip_dispatch_rule_id: rule["sip_dispatch_rule_id"],
    });
  for (const list of ["ListSIPInboundTrunk", "ListSIPOutboundTrunk"])
    for (const trunk of await items(`SIP/${list}`, "items"))
      await rawCall(server, "SIP/DeleteSIPTrunk", { sip_trunk_id: trunk["sip_trunk_id"] });
  for (const room of await items("RoomService/ListRooms", "rooms"))
    await rawCall(server, "RoomService/DeleteRoom", { room: room["name"] });
}
