/** The way into the room, once the rule is known and the media meet (livekit/sip, pkg/sip/inbound.go, `handleInvite`). */
import type { Answer } from "../answer/evaluate.ts";
import type { Outcome } from "../route.ts";
import { OK, prompted, refused, type Cause, type LivedCall } from "./lived-call.ts";
import { participantAttributes, type CallStatus } from "./participant-attributes.ts";
import { ringing } from "./ringing.ts";
import { roomRefusal } from "./room-limits.ts";
import type { Surroundings } from "./surroundings.ts";

const REJECTED = "486 Rejected";

/** The call is answered: whatever fails now ends it without another status. */
export function joinedAfterPin(outcome: Outcome, around: Surroundings): LivedCall {
  const { answer } = outcome;
  if (!outcome.ok || !answer || (answer.roomName ?? "") === "") {
    const isEmpty = outcome.ok && (answer?.roomName ?? "") === "";
    const wrong: Cause = { text: "LiveKit takes the PIN for wrong and hangs up.", of: "call" };
    const empty: Cause = {
      text: "The room has no name, which LiveKit reports as a wrong PIN.",
      of: "rule",
      field: "room_name",
    };
    return prompted(isEmpty ? empty : wrong, outcome);
  }
  const participant = participantOf(answer, around, "active");
  const refusal = roomRefusal(answer, participant.attributes, around.presets);
  if (refusal || !around.secretFits)
    return prompted(
      {
        text: refusal?.text ?? "The API secret is wrong.",
        of: "rule",
        ...(refusal && { field: refusal.field }),
      },
      outcome,
    );
  return {
    kind: "in-room",
    finalSipStatus: OK,
    ...participant,
    cause: { text: "The PIN is right." },
    outcome,
  };
}

/** It rings until somebody in the room publishes audio. */
export function joined(answer: Answer, around: Surroundings, outcome: Outcome): LivedCall {
  const active = participantOf(answer, around, "active");
  const refusal = roomRefusal(answer, active.attributes, around.presets);
  if (refusal) return refused(REJECTED, { text: refusal.text, of: "rule", field: refusal.field }, outcome);
  if (!around.secretFits)
    return refused(REJECTED, { text: "The SIP service has another API secret than the server." }, outcome);
  const found = ringing(answer, around);
  if (found.kind === "answered")
    return {
      kind: "in-room",
      finalSipStatus: OK,
      ...active,
      cause: { text: "Somebody publishes audio in the room." },
      outcome,
    };
  return {
    kind: "ringing",
    finalSipStatus: found.isGivenUp ? "none" : REJECTED,
    ...participantOf(answer, around, "ringing"),
    cause: { text: found.text, of: "rule", ...(found.field !== undefined && { field: found.field }) },
    outcome,
  };
}

type Participant = Required<Pick<LivedCall, "room" | "identity" | "name" | "metadata" | "attributes">>;

function participantOf(answer: Answer, { headers }: Surroundings, status: CallStatus): Participant {
  return {
    room: answer.roomName ?? "",
    identity: answer.participantIdentity ?? "",
    name: answer.participantName ?? "",
    metadata: answer.participantMetadata ?? "",
    attributes: participantAttributes(answer, headers, status),
  };
}
