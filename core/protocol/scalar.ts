/** Single values as Go's protojson takes them: numbers and enums (encoding/protojson/decode.go), durations and times. */
import { isNumber, readDouble, readInteger } from "./numbers.ts";
import type { Field } from "./schema.ts";
import { isPlainTimestamp, readDuration, readTimestamp } from "./time.ts";

/**
 * @param text the value of a string, or the characters of a number
 * @returns `undefined` where protojson reads it
 */
export function scalarFault(
  field: Field,
  isString: boolean,
  text: string,
): "unknown-enum-value" | "out-of-range" | "wrong-type" | undefined {
  if (field.kind === "enum" && isString)
    return field.enumType!.values.has(text) ? undefined : "unknown-enum-value";
  const isReal = field.kind === "double" || field.kind === "float";
  if (isReal && isString && ["NaN", "Infinity", "-Infinity"].includes(text)) return undefined;
  if (isString && !isNumber(text)) return "wrong-type";
  const value = isReal ? readDouble(text) : readInteger(text, field.kind);
  return value === undefined ? "out-of-range" : undefined;
}

/** @param field a Duration or a Timestamp */
export function timeFault(field: Field, text: string): "invalid" | "out of range" | undefined {
  if (field.wellKnown === "Timestamp" && isPlainTimestamp(text)) return undefined;
  const result = field.wellKnown === "Duration" ? readDuration(text) : readTimestamp(text);
  return typeof result === "string" ? result : undefined;
}
