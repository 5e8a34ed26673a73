/** IP addresses as Go reads them (net/netip, `ParseAddr`), with its error texts: a call's address is one of them. */
import { quote } from "../quote.ts";

export interface Address {
  /** 32 or 128. An IPv4 address inside an IPv6 one (`::ffff:1.2.3.4`) has 128. */
  readonly bits: number;
  readonly value: bigint;
  /** Behind `%`; empty for none. */
  readonly zone: string;
}

/** @returns the address, or Go's text on why it is none */
export function parseAddress(text: string): Address | string {
  for (const character of text) {
    if (character === ".") return parseIPv4(text);
    if (character === ":") return parseIPv6(text);
    if (character === "%") return fault(text, "missing IPv6 address");
  }
  return fault(text, "unable to parse IP");
}

/** @param at the part that could not be read */
function fault(text: string, message: string, at = ""): string {
  return `ParseAddr(${quote(text)}): ${message}${at === "" ? "" : ` (at ${quote(at)})`}`;
}

function parseIPv4(text: string): Address | string {
  const value = ipv4Value(text, text);
  return typeof value === "string" ? value : { bits: 32, value: BigInt(value), zone: "" };
}

/** `parseIPv4Fields`. @param whole what the error names */
function ipv4Value(part: string, whole: string): number | string {
  let value = 0;
  let octet = 0;
  let digits = 0;
  let octets = 0;
  for (let i = 0; i < part.length; i++) {
    const character = part[i]!;
    if (character >= "0" && character <= "9") {
      if (digits === 1 && octet === 0) return fault(whole, "IPv4 field has octet with leading zero");
      octet = octet * 10 + Number(character);
      digits++;
      if (octet > 255) return fault(whole, "IPv4 field has value >255");
    } else if (character === ".") {
      if (i === 0 || i === part.length - 1 || part[i - 1] === ".")
        return fault(whole, "IPv4 field must have at least one digit", part.slice(i));
      if (octets === 3) return fault(whole, "IPv4 address too long");
      value = value * 256 + octet;
      octets++;
      octet = digits = 0;
    } else return fault(whole, "unexpected character", part.slice(i));
  }
  return octets < 3 ? fault(whole, "IPv4 address too short") : value * 256 + octet;
}

function parseIPv6(text: string): Address | string {
  const percent = text.indexOf("%");
  const zone = percent < 0 ? "" : text.slice(percent + 1);
  if (percent >= 0 && zone === "") return fault(text, "zone must be a non-empty string");
  const groups = readGroups(percent < 0 ? text : text.slice(0, percent), text);
  if (typeof groups === "string") return groups;
  let value = 0n;
  for (const group of groups) value = (value << 16n) | BigInt(group);
  return { bits: 128, value, zone };
}

/** The eight groups of an IPv6 address without its zone. @param whole what the error names */
function readGroups(part: string, whole: string): number[] | string {
  const groups: number[] = [];
  let ellipsis = -1;
  let rest = part;
  if (rest.startsWith("::")) {
    ellipsis = 0;
    rest = rest.slice(2);
  }
  while (rest !== "" && groups.length < 8) {
    const digits = /^[0-9a-fA-F]*/.exec(rest)?.[0] ?? "";
    if (digits.length > 4) return fault(whole, "each group must have 4 or less digits", rest);
    if (digits === "") return fault(whole, "each colon-separated field must have at least one digit", rest);
    if (rest[digits.length] === ".") {
      if (ellipsis < 0 && groups.length !== 6)
        return fault(whole, "embedded IPv4 address must replace the final 2 fields of the address", rest);
      if (groups.length > 6)
        return fault(whole, "too many hex fields to fit an embedded IPv4 at the end of the address", rest);
      const last = ipv4Value(rest, whole);
      if (typeof last === "string") return last;
      groups.push(Math.floor(last / 0x10000), last % 0x10000);
      rest = "";
      break;
    }
    groups.push(parseInt(digits, 16));
    rest = rest.slice(digits.length);
    if (rest === "") break;
    if (!rest.startsWith(":")) return fault(whole, "unexpected character, want colon", rest);
    if (rest.length === 1) return fault(whole, "colon must be followed by more characters", rest);
    rest = rest.slice(1);
    if (rest.startsWith(":")) {
      if (ellipsis >= 0) return fault(whole, "multiple :: in address", rest);
      ellipsis = groups.length;
      rest = rest.slice(1);
    }
  }
  if (rest !== "") return fault(whole, "trailing garbage after address", rest);
  if (groups.length < 8) {
    if (ellipsis < 0) return fault(whole, "address string too short");
    return groups.toSpliced(ellipsis, 0, ...Array.from({ length: 8 - groups.length }, () => 0));
  }
  return ellipsis < 0 ? groups : fault(whole, "the :: must expand to at least one field of zeros");
}
