/** A message as LiveKit answers with it: `.proto` names, defaults written out (twirp's `EmitUnpopulated`). */
import type { Field, Message } from "../../core/protocol/schema.ts";
import type { Fields } from "./message-value.ts";
import { isOptional } from "./messages.ts";

export function answerJson(fields: Fields, message: Message): string {
  return JSON.stringify(withDefaults(fields, message));
}

function withDefaults(fields: Fields, message: Message): Fields {
  const out: Record<string, unknown> = {};
  for (const field of message.fields) {
    const value = fields[field.json];
    if (value !== undefined) out[field.name] = withInnerDefaults(field, value);
    else if (!field.oneof && !isOptional(field)) out[field.name] = defaultOf(field);
  }
  return out;
}

function withInnerDefaults(field: Field, value: unknown): unknown {
  const { type } = field;
  if (!type || field.isMap) return value;
  if (field.isList) return (value as readonly Fields[]).map((item) => withDefaults(item, type));
  return withDefaults(value as Fields, type);
}

function defaultOf(field: Field): unknown {
  if (field.isList) return [];
  if (field.isMap) return {};
  switch (field.kind) {
    case "message":
      return null;
    case "string":
    case "bytes":
      return "";
    case "bool":
      return false;
    case "int64":
    case "uint64":
      return "0";
    case "enum":
      for (const [name, number] of field.enumType?.values ?? []) if (number === 0) return name;
      return 0;
    default:
      return 0;
  }
}
