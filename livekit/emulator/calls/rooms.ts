/** The calls on rooms (livekit-server, pkg/service/roomservice.go, roomallocator.go). No media ever flows in them. */
import { defineCall, type Context, type Service } from "../call.ts";
import { newId, newSecret } from "../identifiers.ts";
import { messagesField, numberField, textField, textsField, type Fields } from "../message-value.ts";
import { deleteRoom, liveRooms } from "../live-rooms.ts";
import { permissionsDenied, psrpcError, TwirpError } from "../twirp-error.ts";

/** Defaults of the server's configuration (pkg/config/config.go): seconds, and bytes. */
const EMPTY_TIMEOUT = 300;
const DEPARTURE_TIMEOUT = 20;
const LONGEST_NAME = 256;
const LARGEST_METADATA = 512 * 1024;

const CODECS: readonly string[] = [
  ...["audio/PCMU", "audio/PCMA", "audio/opus", "audio/red"],
  ...["video/VP8", "video/H264", "video/VP9", "video/AV1", "video/H265", "video/rtx"],
];

export const roomCalls: Service = {
  CreateRoom: defineCall("CreateRoomRequest", "Room", (request, context) => {
    const { store, grants } = context;
    if (!grants?.roomCreate) throw permissionsDenied();
    const name = textField(request, "name");
    if (byteLength(name) > LONGEST_NAME)
      throw psrpcError("invalid_argument", `room name length exceeds limits: max length ${LONGEST_NAME}`);
    refuseLargeMetadata(request);
    for (const agent of messagesField(request, "agents")) refuseLargeMetadata(agent);
    liveRooms(context);
    const room = store.get("room", name) ?? newRoom(name, request, context);
    if (!store.get("room", name)) store.put("room", name, room);
    return room;
  }),

  ListRooms: defineCall("ListRoomsRequest", "ListRoomsResponse", (request, context) => {
    if (!context.grants?.roomList) throw permissionsDenied();
    const rooms = liveRooms(context);
    const names = textsField(request, "names");
    if (names.length === 0) return { rooms };
    return { rooms: names.flatMap((name) => rooms.find((room) => textField(room, "name") === name) ?? []) };
  }),

  DeleteRoom: defineCall("DeleteRoomRequest", "DeleteRoomResponse", (request, context) => {
    if (!context.grants?.roomCreate) throw permissionsDenied();
    liveRooms(context);
    const name = textField(request, "room");
    existingRoom(name, context);
    deleteRoom(context.store, name);
    return {};
  }),

  UpdateRoomMetadata: defineCall("UpdateRoomMetadataRequest", "Room", (request, context) => {
    refuseLargeMetadata(request);
    const name = textField(request, "room");
    if (!context.grants?.roomAdmin || context.grants.room !== name) throw permissionsDenied();
    liveRooms(context);
    const room: Fields = { ...existingRoom(name, context), metadata: textField(request, "metadata") };
    context.store.put("room", name, room);
    return room;
  }),
};

function existingRoom(name: string, { store }: Context): Fields {
  const room = store.get("room", name);
  if (!room) throw psrpcError("not_found", "requested room does not exist");
  return room;
}

/** Room presets are unknown to a server that has none configured. */
function newRoom(name: string, request: Fields, { now, random }: Context): Fields {
  if (textField(request, "roomPreset") !== "")
    throw psrpcError("invalid_argument", "unknown room configuration in create room request");
  const milliseconds = now();
  return {
    sid: newId("RM_", random),
    name,
    emptyTimeout: numberField(request, "emptyTimeout") || EMPTY_TIMEOUT,
    departureTimeout: numberField(request, "departureTimeout") || DEPARTURE_TIMEOUT,
    maxParticipants: numberField(request, "maxParticipants"),
    creationTime: String(Math.floor(milliseconds / 1000)),
    creationTimeMs: String(Math.floor(milliseconds)),
    turnPassword: newSecret(random),
    enabledCodecs: CODECS.map((mime) => ({ mime })),
    metadata: textField(request, "metadata"),
  };
}

function refuseLargeMetadata(message: Fields): void {
  if (byteLength(textField(message, "metadata")) <= LARGEST_METADATA) return;
  const argument = "metadata size exceeds limits";
  throw new TwirpError("invalid_argument", `${argument} ${LARGEST_METADATA}`, { argument });
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
