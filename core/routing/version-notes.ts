/** What servers of other versions do differently with the same call (`route.ts` follows protocol v1.54.0). */
import { wasAllowedBefore, judgeAddress } from "./trunk/address-masks.ts";
import type { Outcome, RouteInput } from "./route.ts";

export interface VersionNote {
  readonly code: "no-rule-drops" | "from-host-opens-address" | "hidden-empty-caller-crashes" | "error-prefix";
  /** The servers that do this, in words. */
  readonly servers: string;
  readonly text: string;
}

export function versionNotes(
  { trunks, call }: RouteInput,
  { result, fault, trunk, rule }: Omit<Outcome, "versions">,
): VersionNote[] {
  const notes: VersionNote[] = [];
  if (result === "REJECT")
    notes.push({
      code: "no-rule-drops",
      servers: "livekit-server up to 1.13.7",
      text: "They drop the call: the caller hears it ring and gets no final answer. Newer ones refuse it with 404.",
    });
  const candidates = trunk.judged.length > 0 ? trunk.judged.map((judged) => judged.trunk) : trunks;
  if (trunk.match !== "given" && candidates.some((candidate) => differsByAddress(candidate.allowedAddresses)))
    notes.push({
      code: "from-host-opens-address",
      servers: "LiveKit with a protocol before v1.54.0 (livekit-server 1.13.11 and older)",
      text:
        "They compare every entry of `allowed_addresses` also with the host of the From header, which the caller " +
        "chooses, and do not understand addresses in brackets: here they decide otherwise on a trunk.",
    });
  if (result === "ACCEPT" && rule?.hidePhoneNumber === true && call.from === "")
    notes.push({
      code: "hidden-empty-caller-crashes",
      servers: "livekit-server 1.13.5",
      text: "A call without a calling number to a rule that hides numbers ends the whole server process.",
    });
  if (result === "ERROR" && fault?.text.startsWith("unsupported SIP Dispatch Rule") === true)
    notes.push({
      code: "error-prefix",
      servers: "LiveKit with a protocol before v1.52.1 (livekit-server 1.13.5)",
      text: 'They write "twirp error unknown: " before the text.',
    });
  return notes;

  function differsByAddress(allowed: readonly string[] = []): boolean {
    const now = judgeAddress(call.sourceAddress, call.fromHost, allowed).allowed;
    return now !== wasAllowedBefore(call.sourceAddress, call.fromHost, allowed);
  }
}
