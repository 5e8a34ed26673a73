/** LiveKit's types in an author's words. */
import type { Field } from "../../core/protocol/schema.ts";

/** `list of text`, `SIPMediaConfig`, `duration ("20s")` */
export function typeOf(field: Field): string {
  if (field.isMap) return "map of text to text";
  return field.isList ? `list of ${typeOfOne(field)}` : typeOfOne(field);
}

function typeOfOne({ kind, type, enumType, wellKnown }: Field): string {
  if (wellKnown === "Duration") return 'duration ("20s")';
  if (wellKnown === "Timestamp") return 'time ("2026-01-31T12:00:00Z")';
  if (type) return shortName(type.name);
  if (enumType) return shortName(enumType.name);
  switch (kind) {
    case "string":
      return "text";
    case "bool":
      return "true or false";
    case "int32":
    case "int64":
      return "whole number";
    case "uint32":
    case "uint64":
      return "whole number, not negative";
    case "double":
    case "float":
      return "number";
    case "bytes":
      return "bytes in base64";
    case "enum":
    case "message":
      return kind;
  }
}

export function shortName(name: string): string {
  return name.replace(/^livekit\./, "");
}
