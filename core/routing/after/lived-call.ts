/** What a caller lived through, and why. */
import type { Outcome } from "../route.ts";
import type { StringMap } from "../types.ts";

/** Why it went this way, and the field that decides it, in LiveKit's spelling. */
export interface Cause {
  readonly text: string;
  readonly of?: "rule" | "trunk" | "call";
  readonly field?: string;
}

export interface LivedCall {
  /** `dropped`: one ringing tone, then nothing for ever. `pin-prompt`: answered, and never further. */
  readonly kind: "dropped" | "refused" | "ringing" | "pin-prompt" | "in-room";
  /** The last SIP status that the caller gets, `none` for none. */
  readonly finalSipStatus: string;
  readonly room?: string;
  readonly identity?: string;
  readonly name?: string;
  readonly metadata?: string;
  readonly attributes?: StringMap;
  readonly cause: Cause;
  /** What routing said, at the last step that was taken. */
  readonly outcome?: Outcome;
}

export const OK = "200 OK";

/** Never answered. */
export function refused(finalSipStatus: string, cause: Cause, outcome?: Outcome): LivedCall {
  return { kind: "refused", finalSipStatus, cause, ...(outcome && { outcome }) };
}

/** Answered, and never further than the prompt. */
export function prompted(cause: Cause, outcome: Outcome): LivedCall {
  return { kind: "pin-prompt", finalSipStatus: OK, cause, outcome };
}
