/**
 * Why a room cannot be joined (livekit/livekit, pkg/config/config.go, `LimitConfig`, with its defaults;
 * pkg/service/utils.go and roommanager.go). The caller hears 486 for all of them.
 */
import type { Answer } from "../answer/evaluate.ts";
import { RANDOM_PART } from "../answer/room.ts";
import type { StringMap } from "../types.ts";

export interface RoomRefusal {
  readonly field: "room" | "identity" | "name" | "metadata" | "attributes" | "room_preset";
  readonly text: string;
}

const RANDOM_LENGTH = 12;
const LONGEST_NAME = 256;
const LARGEST_METADATA = 512 * 1024;
const LARGEST_ATTRIBUTES = 64 * 1024;
const encoder = new TextEncoder();

/** @param attributes those that the participant would have */
export function roomRefusal(
  answer: Answer,
  attributes: StringMap,
  presets: readonly string[],
): RoomRefusal | undefined {
  const { roomName = "", roomPreset = "" } = answer;
  if (roomName === "") return { field: "room", text: "no room name" };
  if (roomLength(roomName) > LONGEST_NAME)
    return { field: "room", text: `room name length exceeds limits: max length ${LONGEST_NAME}` };
  if (bytes(answer.participantIdentity) > LONGEST_NAME)
    return {
      field: "identity",
      text: `participant identity length exceeds limits: max length ${LONGEST_NAME}`,
    };
  if (roomPreset !== "" && !presets.includes(roomPreset))
    return { field: "room_preset", text: "unknown room configuration in create room request" };
  if (bytes(answer.participantMetadata) > LARGEST_METADATA)
    return { field: "metadata", text: "metadata size exceeds limits" };
  let size = 0;
  for (const [key, value] of Object.entries(attributes)) size += bytes(key) + bytes(value);
  return size > LARGEST_ATTRIBUTES
    ? { field: "attributes", text: "attribute size exceeds limits" }
    : undefined;
}

function roomLength(name: string): number {
  const isRandom = name.endsWith(RANDOM_PART);
  return bytes(name) + (isRandom ? RANDOM_LENGTH - RANDOM_PART.length : 0);
}

function bytes(text = ""): number {
  return encoder.encode(text).length;
}
