/** An entry of `allowed_addresses` as an IP or a range (`parseIPMask`, livekit/protocol v1.54.0, sip/sip.go). */
import { parseAddress, type Address } from "./address.ts";

export interface Prefix {
  readonly address: Address;
  /** How many leading bits count. */
  readonly length: number;
}

/** `1.2.3.4`, `1.2.3.0/24`, `2001:db8::1`, `[2001:db8::1]/32`; `undefined` for anything else, such as a host name. */
export function parsePrefix(entry: string): Prefix | undefined {
  const slash = entry.indexOf("/");
  const host = slash < 0 ? entry : entry.slice(0, slash);
  const isBracketed = host.startsWith("[") && host.endsWith("]");
  const address = parseAddress(isBracketed ? host.slice(1, -1) : host);
  if (typeof address === "string") return undefined;
  if (slash < 0) return { address, length: address.bits };
  return address.zone === "" ? withLength(address, entry.slice(slash + 1)) : undefined;
}

/** Go's `ParsePrefix` takes no sign and no leading zero. */
function withLength(address: Address, length: string): Prefix | undefined {
  if (!/^(?:0|[1-9]\d{0,2})$/.test(length) || Number(length) > address.bits) return undefined;
  return { address, length: Number(length) };
}

/** `netip.Prefix.Contains`: never an address with a zone, nor one of the other family. */
export function contains(prefix: Prefix, address: Address): boolean {
  if (address.zone !== "" || prefix.address.bits !== address.bits) return false;
  return (prefix.address.value ^ address.value) >> BigInt(address.bits - prefix.length) === 0n;
}
