/** Why a call came to its trunk, trunk by trunk. */
import { compareBytes } from "../byte-order.ts";
import { entryKind } from "../trunk/address-masks.ts";
import type { TrunkChoice } from "../trunk/choose-trunk.ts";
import { sameNumber, type TrunkVerdict } from "../trunk/judge-trunk.ts";
import type { InboundTrunk, IncomingCall } from "../types.ts";
import { trunkName, value, values } from "./names.ts";

export interface TrunkReason {
  readonly trunk: InboundTrunk;
  /**
   * `clash`: it fits, and so does another; `outranked`: it takes every number, another one has this number;
   * `not-reached`: the search had ended; `not-read`: its numbers lack the called one, so that LiveKit passes it over.
   */
  readonly role: "chosen" | "clash" | "outranked" | "out" | "not-reached" | "not-read";
  /** Absent where LiveKit did not look at it. */
  readonly verdict?: TrunkVerdict;
  readonly text: string;
}

/** @returns a reason for every trunk: first those that LiveKit looks at, in its order */
export function trunkReasons(
  trunks: readonly InboundTrunk[],
  choice: TrunkChoice,
  call: IncomingCall,
): TrunkReason[] {
  const judged = choice.judged.map(({ trunk, verdict }): TrunkReason => {
    const role = roleOf(trunk, verdict, choice);
    return { trunk, role, verdict, text: judgedText(trunk, verdict, role, choice, call) };
  });
  const seen = new Set(choice.judged.map(({ trunk }) => trunk));
  const others = trunks
    .filter((trunk) => !seen.has(trunk))
    .sort((a, b) => compareBytes(a.sipTrunkId ?? "", b.sipTrunkId ?? ""))
    .map((trunk) => unreadReason(trunk, choice, call));
  return [...judged, ...others];
}

function roleOf(trunk: InboundTrunk, verdict: TrunkVerdict, choice: TrunkChoice): TrunkReason["role"] {
  if (trunk === choice.trunk) return "chosen";
  if (verdict.kind === "specific") return "clash";
  if (verdict.kind !== "default") return "out";
  const hasSpecific = choice.judged.some((other) => other.verdict.kind === "specific");
  return hasSpecific ? "outranked" : "clash";
}

function judgedText(
  trunk: InboundTrunk,
  verdict: TrunkVerdict,
  role: TrunkReason["role"],
  choice: TrunkChoice,
  call: IncomingCall,
): string {
  switch (verdict.kind) {
    case "calling-number":
      return `From is ${value(call.from)}; \`allowed_numbers\` (${values(trunk.allowedNumbers ?? [])}) lacks it.`;
    case "called-number":
      return lackText(trunk, call) ?? "";
    case "address":
      return addressText(trunk.allowedAddresses ?? [], call);
    case "specific":
      return specificText(verdict.entry, call.to) + ending(role, choice, call);
    case "default":
      return `It has no \`numbers\`, so it takes calls to any number.${ending(role, choice, call)}`;
  }
}

function addressText(entries: readonly string[], call: IncomingCall): string {
  const usable = entries.filter((entry) => entryKind(entry) !== "ignored");
  const ignored = entries.filter((entry) => entryKind(entry) === "ignored");
  const start = `The call comes from ${value(call.sourceAddress)}; no entry of \`allowed_addresses\` (${values(usable)}) covers it.`;
  return ignored.length === 0
    ? start
    : `${start} LiveKit passes over ${values(ignored)}, which is no address.`;
}

function specificText(entry: string, to: string): string {
  if (entry === to) return `To is ${value(to)}, one of its \`numbers\`.`;
  return `To is ${value(to)}, one of its \`numbers\`, where it is written ${value(entry)}: LiveKit compares trunk numbers without spaces, dashes and brackets.`;
}

function ending(role: TrunkReason["role"], choice: TrunkChoice, call: IncomingCall): string {
  if (role === "outranked")
    return ` A trunk that has the number goes first${choice.trunk ? `: ${trunkName(choice.trunk)}` : ""}.`;
  if (role !== "clash") return "";
  return ` So does another trunk for a call to ${value(call.to)}, and LiveKit ends the call with an error.`;
}

function unreadReason(trunk: InboundTrunk, choice: TrunkChoice, call: IncomingCall): TrunkReason {
  if (choice.match === "given" && trunk === choice.trunk)
    return { trunk, role: "chosen", text: "The call names it." };
  if (choice.judged.length === 0 && choice.fault)
    return { trunk, role: "not-reached", text: "LiveKit ended the call before it looked at any trunk." };
  const lack = lackText(trunk, call);
  if (lack !== undefined) return { trunk, role: "not-read", text: lack };
  const text = choice.fault
    ? "LiveKit ended the call before it looked at this trunk."
    : "The password check settled on another trunk.";
  return { trunk, role: "not-reached", text };
}

/** `undefined` where the trunk has the called number, or takes any. */
function lackText({ numbers = [] }: InboundTrunk, call: IncomingCall): string | undefined {
  if (numbers.length === 0 || sameNumber(numbers, call.to) !== undefined) return undefined;
  return `To is ${value(call.to)}; \`numbers\` (${values(numbers)}) lacks it.`;
}
