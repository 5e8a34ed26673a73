/** Numbers as protobuf-go's JSON reader takes them (internal/encoding/json/decode_number.go, decode_token.go). */
import { scanNumber } from "../json/scan.ts";
import type { FieldKind } from "./schema.ts";

const RANGES: Partial<Record<FieldKind, readonly [bigint, bigint]>> = {
  int32: [-(2n ** 31n), 2n ** 31n - 1n],
  enum: [-(2n ** 31n), 2n ** 31n - 1n],
  uint32: [0n, 2n ** 32n - 1n],
  int64: [-(2n ** 63n), 2n ** 63n - 1n],
  uint64: [0n, 2n ** 64n - 1n],
};

/** Whether all of `text` is one JSON number: what a number written as a string must be. */
export function isNumber(text: string): boolean {
  return text.length > 0 && scanNumber(text, 0) === text.length;
}

/**
 * The integer that a JSON number stands for, however it is written (`1.0`, `1e2`, `10e-1`, the odd `1e`), or
 * `undefined` if it is none or does not fit into `kind`.
 */
export function readInteger(text: string, kind: FieldKind): bigint | undefined {
  const digits = /^-?\d{1,9}$/.test(text) ? text : integerDigits(text);
  if (digits === undefined) return undefined;
  const value = BigInt(digits);
  const [lowest, highest] = RANGES[kind]!;
  return value < lowest || value > highest ? undefined : value;
}

/** `normalizeToIntString`: digits with the exponent worked in, or `undefined` if the number is no integer. */
function integerDigits(text: string): string | undefined {
  const parts = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?(?:[eE]([-+]?\d*))?$/.exec(text);
  if (!parts) return undefined;
  const sign = parts[1]!;
  const whole = parts[2] === "0" ? "" : parts[2]!;
  const fraction = withoutLastZeros(parts[3] ?? "");
  if (whole === "" && fraction === "") return "0";
  const exponentText = parts[4] ?? "";
  if (exponentText !== "" && !/\d/.test(exponentText)) return undefined;
  const exponent = exponentText === "" ? 0 : Number(exponentText);
  if (exponent < -(2 ** 31) || exponent >= 2 ** 31) return undefined;
  if (exponent >= 0) {
    if (fraction.length > exponent || whole.length + exponent > 20) return undefined;
    return sign + whole + fraction + "0".repeat(exponent - fraction.length);
  }
  const point = whole.length + exponent;
  if (fraction !== "" || point < 0 || /[^0]/.test(whole.slice(point))) return undefined;
  return point === 0 ? undefined : sign + whole.slice(0, point);
}

/** In one pass: a regular expression would try anew at every zero. */
function withoutLastZeros(digits: string): string {
  let end = digits.length;
  while (end > 0 && digits.charCodeAt(end - 1) === 0x30) end--;
  return digits.slice(0, end);
}

/** The floating-point number, or `undefined` if it is too large or (`1e`) none for Go's `ParseFloat`. */
export function readDouble(text: string): number | undefined {
  const value = /\d$/.test(text) ? Number(text) : NaN;
  return Number.isFinite(value) ? value : undefined;
}
