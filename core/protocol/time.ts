/** Duration and Timestamp in JSON (protobuf-go, encoding/protojson/well_known_types.go; Go, time.Parse). */

export interface Instant {
  readonly seconds: bigint;
  readonly nanos: number;
}

export type TimeResult = Instant | "invalid" | "out of range";

const MAX_DURATION = 315_576_000_000n;
const MIN_TIMESTAMP = -62_135_596_800n;
const MAX_TIMESTAMP = 253_402_300_799n;

/** `1.5s`, `.5s`, `+1.s`: an optional sign, seconds with up to nine digits behind the point, `s`. */
export function readDuration(text: string): TimeResult {
  const match = /^([-+]?)(0|[1-9]\d*)?(?:(\.)(\d{0,9}))?s$/.exec(text);
  if (!match || (match[2] === undefined && match[3] === undefined)) return "invalid";
  const sign = match[1] === "-" ? -1 : 1;
  const seconds = BigInt(match[2] ?? "0");
  if (seconds >= 2n ** 63n) return "invalid";
  if (seconds > MAX_DURATION) return "out of range";
  return { seconds: BigInt(sign) * seconds, nanos: sign * Number((match[4] ?? "").padEnd(9, "0")) };
}

const RFC3339 = /^(\d{4})-(\d\d)-(\d\d)T(\d\d?):(\d\d):(\d\d)(?:[.,](\d+))?(?:Z|([-+])(\d\d):(\d\d))$/;

/**
 * Whether `text` is certainly a timestamp: the way LiveKit writes them itself, on a day that every month has.
 * Says no to some that are one too; spares the others the way through `readTimestamp`.
 */
export function isPlainTimestamp(text: string): boolean {
  return /^(?!0000)\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?Z$/.test(
    text,
  );
}

/** RFC 3339 as Go reads it: offset required, one-digit hours and a comma before the fraction accepted. */
export function readTimestamp(text: string): TimeResult {
  const match = RFC3339.exec(text);
  if (!match) return "invalid";
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const offset = match[8] ? (match[8] === "-" ? -1 : 1) * (Number(match[9]) * 60 + Number(match[10])) : 0;
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return "invalid";
  if (hour > 23 || minute > 59 || second > 59) return "invalid";
  if (Number(match[9] ?? 0) > 24 || Number(match[10] ?? 0) > 60) return "invalid";
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute - offset, second);
  const seconds = BigInt(date.getTime()) / 1000n;
  if (seconds < MIN_TIMESTAMP || seconds > MAX_TIMESTAMP) return "out of range";
  const point = text.lastIndexOf(".");
  const zone = Math.max(text.lastIndexOf("Z"), text.lastIndexOf("-"), text.lastIndexOf("+"));
  if (point >= 0 && zone - point > ".999999999".length) return "invalid";
  return { seconds, nanos: Number((match[7] ?? "").slice(0, 9).padEnd(9, "0")) };
}

function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** A duration as protojson writes it: 0, 3, 6 or 9 digits behind the point. */
export function writeDuration({ seconds, nanos }: Instant): string {
  const isNegative = seconds < 0n || nanos < 0;
  const whole = seconds < 0n ? -seconds : seconds;
  return `${isNegative ? "-" : ""}${whole}${fraction(Math.abs(nanos))}s`;
}

/** A timestamp as protojson writes it, in UTC. */
export function writeTimestamp({ seconds, nanos }: Instant): string {
  return (
    new Date(Number(seconds) * 1000)
      .toISOString()
      .slice(0, 19)
      .replace(/^[-+]00/, "") +
    fraction(nanos) +
    "Z"
  );
}

function fraction(nanos: number): string {
  if (nanos === 0) return "";
  return (
    "." +
    String(nanos)
      .padStart(9, "0")
      .replace(/(000){1,2}$/, "")
  );
}
