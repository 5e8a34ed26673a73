/** The kind of a rule with its room and PIN (`GetPinAndRoom`, livekit/protocol, sip/sip.go). */
import type { DispatchRule, Fault } from "../types.ts";

export interface KindView {
  readonly kind: "direct" | "individual" | "callee";
  /** Room name of a direct rule, room prefix of the others; it breaks ties. */
  readonly room: string;
  /** Empty for an open rule. */
  readonly pin: string;
  /** Whether the room's name gets a random end. */
  readonly isRandom: boolean;
}

/** @returns `undefined` for a rule without a kind, which ends every evaluation that reads it */
export function kindOf({ rule }: DispatchRule): KindView | undefined {
  if (rule === undefined) return undefined;
  const { dispatchRuleDirect: direct, dispatchRuleIndividual: individual, dispatchRuleCallee: callee } = rule;
  if (direct) return { kind: "direct", room: direct.roomName ?? "", pin: direct.pin ?? "", isRandom: false };
  if (individual) {
    const { roomPrefix: room = "", pin = "", noRandomness = false } = individual;
    return { kind: "individual", room, pin, isRandom: !noRandomness };
  }
  if (callee) {
    const { roomPrefix: room = "", pin = "", randomize = false } = callee;
    return { kind: "callee", room, pin, isRandom: randomize };
  }
  return undefined;
}

/** Servers up to 1.13.5 write `twirp error unknown: ` before it. */
export const UNSUPPORTED: Fault = {
  code: "invalid_argument",
  text: "unsupported SIP Dispatch Rule: <nil>",
};
