/** A trunk's `allowed_addresses` against the source of a call (`matchAddrMasks`, livekit/protocol, sip/sip.go). */
import { parseAddress } from "./address.ts";
import { contains, parsePrefix } from "./prefix.ts";

export type EntryKind = "address" | "host" | "ignored";

/** What LiveKit takes an entry for. An entry with any of `()+*;,`, white space or `://` is passed over. */
export function entryKind(entry: string): EntryKind {
  if (/[()+*;, \t\n\r]/.test(entry) || entry.includes("://")) return "ignored";
  return parsePrefix(entry) ? "address" : "host";
}

export type AddressVerdict =
  | { readonly allowed: true; readonly because: "no source address" | "no usable entry" }
  /** The entry that let it in: an IP or a range by the source address, anything else by the From host. */
  | { readonly allowed: true; readonly because: "address" | "host"; readonly entry: string }
  | { readonly allowed: false };

/**
 * @param sourceAddress of the call; when it is no IP address, nothing is compared
 * @param fromHost which the caller chooses, compared as text with the entries that are no addresses
 */
export function judgeAddress(
  sourceAddress: string,
  fromHost: string,
  allowedAddresses: readonly string[],
): AddressVerdict {
  if (allowedAddresses.length === 0) return { allowed: true, because: "no usable entry" };
  const address = parseAddress(sourceAddress);
  if (typeof address === "string") return { allowed: true, because: "no source address" };
  let isAnyUsable = false;
  for (const entry of allowedAddresses) {
    const kind = entryKind(entry);
    if (kind === "ignored") continue;
    isAnyUsable = true;
    const prefix = kind === "address" ? parsePrefix(entry) : undefined;
    if (prefix ? contains(prefix, address) : entry === fromHost)
      return { allowed: true, because: prefix ? "address" : "host", entry };
  }
  return isAnyUsable ? { allowed: false } : { allowed: true, because: "no usable entry" };
}

/**
 * The same before protocol v1.54.0 (`matchAddrMask`): every entry was compared with the From host as well, and
 * addresses in brackets were not understood.
 */
export function wasAllowedBefore(
  sourceAddress: string,
  fromHost: string,
  allowedAddresses: readonly string[],
): boolean {
  const address = parseAddress(sourceAddress);
  if (typeof address === "string") return true;
  const usable = allowedAddresses.filter((entry) => entryKind(entry) !== "ignored");
  if (usable.length === 0) return true;
  return usable.some((entry) => {
    const prefix = entry.startsWith("[") ? undefined : parsePrefix(entry);
    return entry === fromHost || (prefix !== undefined && contains(prefix, address));
  });
}
