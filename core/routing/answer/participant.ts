/** Who a caller is in the room (`EvaluateDispatchRule`, livekit/protocol, sip/sip.go). */
import type { IncomingCall } from "../types.ts";
import { sha256 } from "./sha256.ts";

export interface Caller {
  /** What stands for the calling number in room and name. */
  readonly shown: string;
  readonly identity: string;
  readonly name: string;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** @param isHidden `hide_phone_number`: the number is cut to its end, and the identity is made from its hash */
export function callerOf(call: IncomingCall, isHidden: boolean): Caller {
  const shown = isHidden ? numberEnd(call.from) : call.from;
  const identity = isHidden ? sha256(encoder.encode(call.from)).slice(0, 16) : call.from;
  return { shown, identity: `sip_${identity}`, name: `Phone ${shown}` };
}

/**
 * The last four bytes, or the last one of four or fewer. Half a character, which a number made of letters can end
 * in, becomes U+FFFD; see `isCutApart`.
 */
function numberEnd(number: string): string {
  const bytes = encoder.encode(number);
  return decoder.decode(bytes.subarray(endOf(bytes)));
}

function endOf(bytes: Uint8Array): number {
  return bytes.length <= 4 ? Math.max(0, bytes.length - 1) : bytes.length - 4;
}

/** Whether hiding the number cuts a character apart: LiveKit then cannot send its own answer. */
export function isCutApart(number: string): boolean {
  const bytes = encoder.encode(number);
  return ((bytes[endOf(bytes)] ?? 0) & 0xc0) === 0x80;
}
