/** The calls on the participants of a room (livekit-server, pkg/service/roomservice.go). */
import { defineCall, type Context, type Service } from "../call.ts";
import { participantId, participantsIn } from "../live-rooms.ts";
import { textField, type Fields } from "../message-value.ts";
import { permissionsDenied, psrpcError } from "../twirp-error.ts";

export const participantCalls: Service = {
  /** A room that does not exist has no participants. */
  ListParticipants: defineCall("ListParticipantsRequest", "ListParticipantsResponse", (request, context) => {
    const room = administeredRoom(request, context);
    return { participants: participantsIn(context.store, room).map(({ fields }) => fields) };
  }),

  GetParticipant: defineCall("RoomParticipantIdentity", "ParticipantInfo", (request, context) => {
    return existingParticipant(administeredRoom(request, context), request, context);
  }),

  RemoveParticipant: defineCall(
    "RoomParticipantIdentity",
    "RemoveParticipantResponse",
    (request, context) => {
      const room = administeredRoom(request, context);
      existingParticipant(room, request, context);
      context.store.delete("participant", participantId(room, textField(request, "identity")));
      return {};
    },
  ),
};

/** `EnsureAdminPermission`: a token's `roomAdmin` is about one room. */
function administeredRoom(request: Fields, { grants }: Context): string {
  const room = textField(request, "room");
  if (!grants?.roomAdmin || grants.room !== room) throw permissionsDenied();
  return room;
}

function existingParticipant(room: string, request: Fields, { store }: Context): Fields {
  const participant = store.get("participant", participantId(room, textField(request, "identity")));
  if (!participant) throw psrpcError("not_found", "participant does not exist");
  return participant;
}
