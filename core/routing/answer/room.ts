/** The room that a rule sends a call to (`EvaluateDispatchRule`, livekit/protocol, sip/sip.go). */
import type { KindView } from "../rule/rule-kind.ts";

/** Stands for the random end of a room's name: 12 letters and digits. */
export const RANDOM_PART = "<random>";

/**
 * @param caller the calling number as it may be shown
 * @param called as sent, also where the calling number is hidden
 */
export function roomName({ kind, room, isRandom }: KindView, caller: string, called: string): string {
  if (kind === "direct") return room;
  const number = kind === "individual" ? caller : called;
  const name = room === "" ? number : `${room}_${number}`;
  return isRandom ? `${name}_${RANDOM_PART}` : name;
}
