/** Inbound trunks that LiveKit does not store beside each other (`ValidateTrunksIter`, livekit/protocol, sip/sip.go). */
import { numberKey } from "../number-key.ts";
import { quote, quoteId, quoteList } from "../quote.ts";
import type { Fault, InboundTrunk } from "../types.ts";

export interface TrunkConflict extends Fault {
  readonly trunk: InboundTrunk;
  /** The one that was there before. */
  readonly other: InboundTrunk;
}

/** Trunks by calling number; under "" the one without `allowed_numbers`. */
type ByCaller = Map<string, InboundTrunk>;

/** @returns the first conflict, in the order given */
export function findTrunkConflict(trunks: Iterable<InboundTrunk>): TrunkConflict | undefined {
  const byCalled = new Map<string, ByCaller>();
  for (const trunk of trunks) {
    const numbers = trunk.numbers ?? [];
    for (const called of numbers.length === 0 ? [""] : new Set(numbers.map(numberKey))) {
      const byCaller = byCalled.get(called) ?? new Map<string, InboundTrunk>();
      byCalled.set(called, byCaller);
      const conflict = claimCallers(byCaller, trunk);
      if (conflict) return conflict;
    }
  }
  return undefined;
}

/** `validateTrunkInbound`. A trunk does not conflict with one of the same id. */
function claimCallers(byCaller: ByCaller, trunk: InboundTrunk): TrunkConflict | undefined {
  const id = trunk.sipTrunkId ?? "";
  const allowed = trunk.allowedNumbers ?? [];
  const seen = new Set<string>();
  for (const number of allowed.length === 0 ? [""] : allowed) {
    const key = numberKey(number);
    if (seen.has(key)) continue;
    seen.add(key);
    const other = byCaller.get(key);
    if (other && (other.sipTrunkId ?? "") !== id) {
      const end = allowed.length === 0 ? "without AllowedNumbers set" : `and AllowedNumber ${quote(number)}`;
      return { code: "invalid_argument", text: conflictText(trunk, other, end), trunk, other };
    }
    byCaller.set(key, trunk);
  }
  return undefined;
}

function conflictText(trunk: InboundTrunk, other: InboundTrunk, end: string): string {
  const numbers = trunk.numbers ?? [];
  const shown = numbers.length === 0 ? "<any>" : quoteList(numbers);
  return `Conflicting inbound SIP Trunks: ${quoteId(trunk.sipTrunkId)} and ${quoteId(other.sipTrunkId)}, using the same number(s) ${shown} ${end}`;
}
