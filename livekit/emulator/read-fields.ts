/**
 * What LiveKit keeps of an object that its decoder has accepted: unknown fields, unknown enum names and `null` are
 * gone (protojson with `DiscardUnknown`), defaults are left out, everything else has its one form.
 */
import { Kind, type JsonTree, type Node } from "../../core/json/tree.ts";
import { readInteger } from "../../core/protocol/numbers.ts";
import { findField, type Field, type Message } from "../../core/protocol/schema.ts";
import { readDuration, readTimestamp, writeDuration, writeTimestamp } from "../../core/protocol/time.ts";
import { UNKNOWN, type Fields } from "./message-value.ts";

/** @param keepsUnknown for a message that came in binary, see `UNKNOWN` */
export function readFields(tree: JsonTree, node: Node, message: Message, keepsUnknown = false): Fields {
  const fields: Record<string, unknown> = {};
  for (const key of tree.children(node)) {
    const name = tree.stringValue(key);
    if (keepsUnknown && name === UNKNOWN) fields[UNKNOWN] = tree.stringValue(key + 1);
    const field = findField(message, name, 0, name.length);
    if (!field || tree.kind(key + 1) === Kind.Null) continue;
    const value = readField(tree, key + 1, field, keepsUnknown);
    if (value !== undefined) fields[field.json] = value;
  }
  return fields;
}

/** @returns `undefined` where the field holds its default */
function readField(tree: JsonTree, node: Node, field: Field, keepsUnknown: boolean): unknown {
  if (field.isMap) {
    const entries = [...tree.children(node)].map((key) => [tree.stringValue(key), tree.stringValue(key + 1)]);
    return entries.length > 0 ? Object.fromEntries(entries) : undefined;
  }
  if (field.isList) {
    const items = [...tree.children(node)].map((item) => readValue(tree, item, field, keepsUnknown));
    const known = items.filter((item) => item !== undefined);
    return known.length > 0 ? known : undefined;
  }
  const value = readValue(tree, node, field, keepsUnknown);
  return field.hasPresence || !isDefault(field, value) ? value : undefined;
}

/** A value by itself; `undefined` for an enum name that LiveKit does not know. */
function readValue(tree: JsonTree, node: Node, field: Field, keepsUnknown: boolean): unknown {
  if (field.type) return readFields(tree, node, field.type, keepsUnknown);
  const isString = tree.kind(node) === Kind.String;
  const text = isString ? tree.stringValue(node) : tree.raw(node);
  if (field.wellKnown) return readTime(text, field.wellKnown);
  switch (field.kind) {
    case "bool":
      return text === "true";
    case "int32":
    case "uint32":
      return Number(readInteger(text, field.kind));
    case "int64":
    case "uint64":
      return String(readInteger(text, field.kind));
    case "double":
    case "float":
      return Number.isFinite(Number(text)) ? Number(text) : text;
    case "enum":
      return readEnum(field, text, isString);
    default:
      return text;
  }
}

function readTime(text: string, type: "Duration" | "Timestamp"): string | undefined {
  const time = type === "Duration" ? readDuration(text) : readTimestamp(text);
  if (typeof time === "string") return undefined;
  return type === "Duration" ? writeDuration(time) : writeTimestamp(time);
}

/** The name of the value, or its number where it has none. */
function readEnum({ enumType }: Field, text: string, isName: boolean): string | number | undefined {
  const number = isName ? enumType?.values.get(text) : Number(readInteger(text, "enum"));
  for (const [name, value] of enumType?.values ?? []) if (value === number) return name;
  return number;
}

function isDefault(field: Field, value: unknown): boolean {
  if (field.kind === "string") return value === "";
  if (field.enumType) return field.enumType.values.get(String(value)) === 0;
  return value === undefined || value === false || value === 0 || value === "0";
}
