// The messages of LiveKit's SIP and room services that no rule file contains: the requests and answers around
// them. Written from the npm package @livekit/protocol into livekit/emulator/messages.generated.ts:
//   node test/livekit/support/service-messages.mjs --write
import { readFileSync, writeFileSync } from "node:fs";
import * as protocol from "@livekit/protocol";

const PLACE = new URL("../../../livekit/emulator/messages.generated.ts", import.meta.url);
const KNOWN = new URL("../../../schemas/messages.json", import.meta.url);

const ROOTS = [
  "ListSIPDispatchRuleRequest",
  "DeleteSIPDispatchRuleRequest",
  "CreateSIPInboundTrunkRequest",
  "UpdateSIPInboundTrunkRequest",
  "GetSIPInboundTrunkRequest",
  "GetSIPInboundTrunkResponse",
  "ListSIPInboundTrunkRequest",
  "CreateSIPOutboundTrunkRequest",
  "UpdateSIPOutboundTrunkRequest",
  "GetSIPOutboundTrunkRequest",
  "GetSIPOutboundTrunkResponse",
  "ListSIPOutboundTrunkRequest",
  "ListSIPOutboundTrunkResponse",
  "ListSIPTrunkRequest",
  "ListSIPTrunkResponse",
  "DeleteSIPTrunkRequest",
  "CreateRoomRequest",
  "ListRoomsRequest",
  "ListRoomsResponse",
  "DeleteRoomRequest",
  "DeleteRoomResponse",
  "UpdateRoomMetadataRequest",
  "ListParticipantsRequest",
  "ListParticipantsResponse",
  "RoomParticipantIdentity",
  "RemoveParticipantResponse",
];

const SCALARS = {
  1: "double",
  2: "float",
  3: "int64",
  4: "uint64",
  5: "int32",
  8: "bool",
  9: "string",
  12: "bytes",
  13: "uint32",
};

/** What stands in the generated file: the same form as schemas/messages.json, without what stands there. */
export function serviceMessages() {
  const known = JSON.parse(readFileSync(KNOWN, "utf8"));
  const messages = {};
  const enums = {};
  const visit = (type) => {
    if (type.typeName in messages || type.typeName in known.messages) return;
    if (type.typeName.startsWith("google.")) return;
    const fields = (messages[type.typeName] = []);
    for (const field of type.fields.list()) {
      fields.push(entry(type, field));
      if (field.kind === "message") visit(field.T);
      if (field.kind === "enum" && !(field.T.typeName in known.enums))
        enums[field.T.typeName] = field.T.values.map((value) => [value.name, value.no]);
    }
  };
  for (const root of ROOTS) visit(protocol[root]);
  return { protocol: known.protocol, messages, enums };
}

function entry(type, field) {
  const isMap = field.kind === "map";
  const scalar = field.kind === "scalar" ? SCALARS[field.T] : isMap ? SCALARS[field.V.T] : field.kind;
  if (isMap && (field.V.kind !== "scalar" || SCALARS[field.K] !== "string" || scalar !== "string"))
    throw new Error(`${type.typeName}.${field.name}: only maps of strings are known`);
  return {
    no: field.no,
    name: field.name,
    json: field.jsonName,
    kind: scalar,
    ...(field.kind === "message" || field.kind === "enum" ? { type: field.T.typeName } : {}),
    ...(field.repeated ? { list: true } : {}),
    ...(isMap ? { map: true } : {}),
    ...(field.opt ? { optional: true } : {}),
    ...(field.oneof ? { oneof: `${type.typeName}.${field.oneof.name}` } : {}),
  };
}

/** The text of the generated file. */
export function serviceMessagesFile() {
  const { protocol: version, messages, enums } = serviceMessages();
  return [
    "// Written from @livekit/protocol by test/livekit/support/service-messages.mjs --write",
    'import type { MessageData } from "./messages.ts";',
    "",
    `export const PROTOCOL = ${JSON.stringify(version)};`,
    "",
    `export const ENUMS: Readonly<Record<string, readonly (readonly [string, number])[]>> = ${JSON.stringify(enums, null, 1)};`,
    "",
    `export const MESSAGES: Readonly<Record<string, MessageData>> = ${JSON.stringify(messages, null, 1)};`,
    "",
  ].join("\n");
}

export function writtenFile() {
  return readFileSync(PLACE, "utf8");
}

if (process.argv.includes("--write")) writeFileSync(PLACE, serviceMessagesFile());
