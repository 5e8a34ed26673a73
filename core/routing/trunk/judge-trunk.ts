/** What LiveKit finds when it looks at one trunk for a call (`MatchTrunkDetailed`, livekit/protocol, sip/sip.go). */
import { numberKey } from "../number-key.ts";
import type { InboundTrunk, IncomingCall } from "../types.ts";
import { judgeAddress, wasAllowedBefore } from "./address-masks.ts";

export type TrunkVerdict =
  /** `allowed_numbers` lacks the calling user. */
  | { readonly kind: "calling-number" }
  /** `allowed_addresses` lacks the source address. */
  | { readonly kind: "address" }
  /** `numbers` lacks the called user. */
  | { readonly kind: "called-number" }
  /** It has no numbers and takes every call. */
  | { readonly kind: "default" }
  /** `entry` of its numbers is the called user. */
  | { readonly kind: "specific"; readonly entry: string };

const NONE: readonly string[] = [];

/** How the source of a call is compared; `before-1.54` is that of all released servers up to 1.13.11. */
export type AddressRules = "1.54" | "before-1.54";

export function judgeTrunk(
  trunk: InboundTrunk,
  call: IncomingCall,
  addresses: AddressRules = "1.54",
): TrunkVerdict {
  const allowedNumbers = trunk.allowedNumbers ?? NONE;
  if (allowedNumbers.length > 0 && sameNumber(allowedNumbers, call.from) === undefined)
    return { kind: "calling-number" };
  if (!isAllowed(trunk.allowedAddresses ?? NONE, call, addresses)) return { kind: "address" };
  const numbers = trunk.numbers ?? NONE;
  if (numbers.length === 0) return { kind: "default" };
  const entry = sameNumber(numbers, call.to);
  return entry === undefined ? { kind: "called-number" } : { kind: "specific", entry };
}

function isAllowed(entries: readonly string[], call: IncomingCall, addresses: AddressRules): boolean {
  return addresses === "1.54"
    ? judgeAddress(call.sourceAddress, call.fromHost, entries).allowed
    : wasAllowedBefore(call.sourceAddress, call.fromHost, entries);
}

/** The first entry that is the number, as it stands or in LiveKit's one form (`matchNumbers`). */
export function sameNumber(entries: readonly string[], number: string): string | undefined {
  const key = numberKey(number);
  return entries.find((entry) => entry === number || numberKey(entry) === key);
}
