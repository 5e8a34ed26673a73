/** Types and durations in words. */
import type { Field } from "../../protocol/schema.ts";

/** What a field holds: `list of strings`, `true or false`. */
export function typeWords(field: Field): string {
  if (field.isMap) return "object of strings";
  const word = valueWords(field);
  if (!field.isList) return word;
  return field.type ? "list of objects" : `list of ${word}s`;
}

function valueWords({ kind, wellKnown, enumType }: Field): string {
  if (wellKnown) return wellKnown === "Duration" ? 'duration, such as "30s"' : "point in time";
  switch (kind) {
    case "message":
      return "object";
    case "enum":
      return `one of ${enumType?.values.size ?? 0} names`;
    case "bool":
      return "true or false";
    case "string":
    case "bytes":
      return "string";
    case "double":
    case "float":
      return "number";
    default:
      return "whole number";
  }
}

const UNITS: readonly (readonly [number, string])[] = [
  [86_400, "day"],
  [3600, "hour"],
  [60, "minute"],
  [1, "second"],
];

/** A time of no more than a million years: `1 minute 30 seconds`, `0.5 seconds`. @param seconds not negative */
export function secondsInWords(seconds: number): string {
  const parts: string[] = [];
  let rest = seconds;
  for (const [size, name] of UNITS) {
    const count = size === 1 ? Number(rest.toFixed(3)) : Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) parts.push(`${count} ${name}${count === 1 ? "" : "s"}`);
  }
  return parts.length === 0 ? "0 seconds" : parts.join(" ");
}
