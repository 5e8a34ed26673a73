/**
 * Which trunk takes a call: `IOInfoService.matchSIPTrunk` of livekit/livekit (pkg/service/ioservice_sip.go) and
 * `MatchTrunkDetailed` of livekit/protocol (sip/sip.go).
 */
import { compareBytes } from "../byte-order.ts";
import { quote } from "../quote.ts";
import type { Fault, InboundTrunk, IncomingCall } from "../types.ts";
import { parseAddress } from "./address.ts";
import { judgeTrunk, sameNumber, type AddressRules, type TrunkVerdict } from "./judge-trunk.ts";

export interface JudgedTrunk {
  readonly trunk: InboundTrunk;
  readonly verdict: TrunkVerdict;
}

export interface TrunkChoice {
  /** `empty`: no trunk was looked at; `none`: none of those fits; `error`: `fault` ends the call. */
  readonly match: "empty" | "none" | "default" | "specific" | "given" | "error";
  readonly trunk?: InboundTrunk;
  readonly fault?: Fault;
  /** The trunks that LiveKit looked at, in its order, up to the one that ended the search. */
  readonly judged: readonly JudgedTrunk[];
}

/** @param trunks all inbound trunks, in any order */
export function chooseTrunk(
  trunks: readonly InboundTrunk[],
  call: IncomingCall,
  addresses?: AddressRules,
): TrunkChoice {
  const broken = sourceAddressFault(call);
  if (broken) return { match: "error", fault: broken, judged: [] };
  if (call.trunkId !== "") {
    const known = trunkById(trunks, call.trunkId);
    if (known) return matchTrunks([known], call, addresses);
  }
  return matchTrunks(listedTrunks(trunks, call.to), call, addresses);
}

/** A source address that is given has to be one. Without it LiveKit only warns, and looks at no address mask. */
export function sourceAddressFault(call: IncomingCall): Fault | undefined {
  if (call.sourceAddress === "") return undefined;
  const address = parseAddress(call.sourceAddress);
  return typeof address === "string" ? { code: "invalid_argument", text: address } : undefined;
}

export function trunkById(trunks: readonly InboundTrunk[], id: string): InboundTrunk | undefined {
  return trunks.find((trunk) => (trunk.sipTrunkId ?? "") === id);
}

/** `ListSIPInboundTrunkRequest.Filter` with the called number, in the order of the store (by id). */
function listedTrunks(trunks: readonly InboundTrunk[], called: string): InboundTrunk[] {
  return trunks
    .filter(({ numbers = [] }) => numbers.length === 0 || sameNumber(numbers, called) !== undefined)
    .sort((a, b) => compareBytes(a.sipTrunkId ?? "", b.sipTrunkId ?? ""));
}

function matchTrunks(
  trunks: readonly InboundTrunk[],
  call: IncomingCall,
  addresses: AddressRules | undefined,
): TrunkChoice {
  const judged: JudgedTrunk[] = [];
  const defaults: InboundTrunk[] = [];
  let specific: InboundTrunk | undefined;
  for (const trunk of trunks) {
    const verdict = judgeTrunk(trunk, call, addresses);
    judged.push({ trunk, verdict });
    if (verdict.kind === "default") defaults.push(trunk);
    if (verdict.kind !== "specific") continue;
    if (specific) return { match: "error", fault: multiple("SIP Trunks", call), judged };
    specific = trunk;
  }
  if (specific) return { match: "specific", trunk: specific, judged };
  if (defaults.length > 1) return { match: "error", fault: multiple("default SIP Trunks", call), judged };
  const only = defaults[0];
  if (only) return { match: "default", trunk: only, judged };
  return { match: trunks.length === 0 ? "empty" : "none", judged };
}

function multiple(what: string, call: IncomingCall): Fault {
  return { code: "failed_precondition", text: `Multiple ${what} matched for ${quote(call.to)}` };
}
