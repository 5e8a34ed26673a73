/** What a call meets after routing: everything that the rules and trunks do not say. */
import type { InboundTrunk } from "../types.ts";

/** What the caller's INVITE offers. */
export interface Offer {
  /** As in `PCMU/8000`, with `telephone-event/8000` where keys can be heard. */
  readonly codecs: readonly string[];
  /** RTP/SAVP: encrypted media only. */
  readonly isEncrypted: boolean;
  /** There is audio in it that LiveKit understands. */
  readonly isReadable: boolean;
}

export interface KeyPress {
  /** `0` to `9`, `*`, `#`, `A` to `D`. */
  readonly key: string;
  /** Seconds after the answer. */
  readonly at: number;
}

export interface Surroundings {
  /** Version of livekit-server: `1.13.11`. */
  readonly server: string;
  readonly serverIsUp: boolean;
  /** The SIP service has the server's API secret. */
  readonly secretFits: boolean;
  /** Whether the caller's name and password are the trunk's; absent: the caller does not log in. */
  readonly login?: (trunk: InboundTrunk) => boolean;
  readonly offer: Offer;
  /** What the caller presses; absent: the call's `pin` and `noPin`, entered whole. */
  readonly keys?: readonly KeyPress[];
  /** Headers of the INVITE by name. */
  readonly headers: readonly (readonly [string, string])[];
  /** Somebody else publishes audio in the room. */
  readonly isSomebodyThere: boolean;
  /** Names of the agent workers that are ready; `""` for one without a name. */
  readonly workers: readonly string[];
  /** The room was there before the call. */
  readonly roomExists: boolean;
  /** Room presets that the server knows. */
  readonly presets: readonly string[];
  /** How many seconds the caller lets it ring. */
  readonly patience: number;
  /** When the room is deleted, in seconds. */
  readonly roomDeletedAt?: number;
}

export const USUAL_OFFER: Offer = {
  codecs: ["PCMU/8000", "PCMA/8000", "telephone-event/8000"],
  isEncrypted: false,
  isReadable: true,
};

/** A newest server, a patient caller with a usual phone, and nobody in the room. */
export const USUAL_SURROUNDINGS: Surroundings = {
  server: "1.13.11",
  serverIsUp: true,
  secretFits: true,
  offer: USUAL_OFFER,
  headers: [],
  isSomebodyThere: false,
  workers: [],
  roomExists: false,
  presets: [],
  patience: Infinity,
};
