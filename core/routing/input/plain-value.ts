/** Single values in the one form that protojson writes; `undefined` for what LiveKit would not have read. */
import { readDouble, readInteger } from "../../protocol/numbers.ts";
import type { Field } from "../../protocol/schema.ts";
import { readDuration, readTimestamp, writeDuration, writeTimestamp } from "../../protocol/time.ts";

/** A duration or timestamp as protojson writes it. */
export function instant(text: string, type: "Duration" | "Timestamp"): string | undefined {
  const read = type === "Duration" ? readDuration(text) : readTimestamp(text);
  if (typeof read === "string") return undefined;
  return type === "Duration" ? writeDuration(read) : writeTimestamp(read);
}

/** The name of an enum value, or its number where it has no name. */
export function enumValue(value: unknown, field: Field): string | number | undefined {
  const values = field.enumType?.values;
  if (typeof value === "string") return values?.has(value) ? value : undefined;
  if (typeof value !== "number" || readInteger(String(value), "enum") === undefined) return undefined;
  for (const [name, known] of values ?? []) if (known === value) return name;
  return value;
}

/** A number that fits the field, also where JSON has it as a string. */
export function numberValue(value: unknown, field: Field): string | number | undefined {
  if (typeof value !== "number" && typeof value !== "string") return undefined;
  const text = String(value);
  if (field.kind === "double" || field.kind === "float") return readDouble(text);
  const read = readInteger(text, field.kind);
  if (read === undefined) return undefined;
  return field.kind === "int64" || field.kind === "uint64" ? String(read) : Number(read);
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
