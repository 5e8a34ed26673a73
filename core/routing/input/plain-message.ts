/**
 * A message given as a plain value, in the one form that routing works on: JSON names, no defaults, numbers,
 * durations and timestamps as protojson writes them (`core/protocol/canonical.ts` does this for documents).
 * What LiveKit would not have read is left out and named, so that one odd field does not hide the rest.
 */
import { findField, type Field, type Message } from "../../protocol/schema.ts";
import { newerFieldOf, newerValue } from "./newer-fields.ts";
import { enumValue, instant, isObject, numberValue } from "./plain-value.ts";

/** A part of the input that could not be taken into account. */
export interface Ignored {
  /** As in `trunkIds[2]`; empty for the value as a whole. */
  readonly path: string;
  readonly reason: string;
}

export type Plain = Record<string, unknown>;

const DEFAULTS: ReadonlySet<unknown> = new Set(["", false, 0]);

/** @returns the message; empty when `value` is no object */
export function plainMessage(value: unknown, message: Message, path: string, ignored: Ignored[]): Plain {
  if (!isObject(value)) {
    ignored.push({ path, reason: "an object is expected" });
    return {};
  }
  const entries: [string, unknown][] = [];
  const seen = new Set<string>();
  const members = new Map<string, number>();
  for (const [key, item] of Object.entries(value)) {
    if (item === null || item === undefined) continue;
    const place = path === "" ? key : `${path}.${key}`;
    const field = findField(message, key, 0, key.length);
    const name = field?.json ?? newerFieldOf(message.name, key)?.json;
    if (name === undefined) ignored.push({ path: place, reason: "no such field" });
    else if (seen.has(name)) ignored.push({ path: place, reason: "the field is given twice" });
    else {
      seen.add(name);
      const read = field
        ? fieldValue(item, field, place, ignored)
        : newer(item, message, key, place, ignored);
      if (read === undefined) continue;
      if (field?.oneof) members.set(field.oneof.name, (members.get(field.oneof.name) ?? 0) + 1);
      entries.push([name, read]);
    }
  }
  return Object.fromEntries(withoutClashes(entries, members, message, path, ignored));
}

/** LiveKit reads no document that sets two members of a oneof; here neither counts. */
function withoutClashes(
  entries: [string, unknown][],
  members: ReadonlyMap<string, number>,
  message: Message,
  path: string,
  ignored: Ignored[],
): [string, unknown][] {
  if (![...members.values()].some((count) => count > 1)) return entries;
  ignored.push({ path, reason: "only one of its members may be set" });
  return entries.filter(([name]) => {
    const oneof = findField(message, name, 0, name.length)?.oneof;
    return !oneof || members.get(oneof.name) === 1;
  });
}

function newer(value: unknown, message: Message, key: string, path: string, ignored: Ignored[]): unknown {
  const field = newerFieldOf(message.name, key);
  const read = field && newerValue(field, value);
  if (read !== null) return read;
  ignored.push({ path, reason: "a value of another type is expected" });
  return undefined;
}

function fieldValue(value: unknown, field: Field, path: string, ignored: Ignored[]): unknown {
  if (field.isList) {
    if (!Array.isArray(value)) return wrong(path, "a list is expected", ignored);
    const items = value
      .map((item: unknown, index) => single(item, field, `${path}[${index}]`, ignored))
      .filter((item) => item !== undefined);
    return items.length > 0 ? items : undefined;
  }
  if (field.isMap) return stringMap(value, path, ignored);
  const read = single(value, field, path, ignored);
  if (field.hasPresence) return read;
  const isFirst = typeof read === "string" && field.enumType?.values.get(read) === 0;
  return isFirst || DEFAULTS.has(read) ? undefined : read;
}

function stringMap(value: unknown, path: string, ignored: Ignored[]): unknown {
  if (!isObject(value)) return wrong(path, "an object is expected", ignored);
  const entries = Object.entries(value).filter(([key, item]) => {
    if (typeof item !== "string") wrong(`${path}.${key}`, "a string is expected", ignored);
    return typeof item === "string";
  });
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

/** A value by itself, defaults included; `undefined` for one that LiveKit would not have read. */
function single(value: unknown, field: Field, path: string, ignored: Ignored[]): unknown {
  if (field.type) {
    if (!isObject(value)) return wrong(path, "an object is expected", ignored);
    return plainMessage(value, field.type, path, ignored);
  }
  if (field.wellKnown) {
    const read = typeof value === "string" ? instant(value, field.wellKnown) : undefined;
    return read ?? wrong(path, `a ${field.wellKnown.toLowerCase()} is expected`, ignored);
  }
  switch (field.kind) {
    case "string":
    case "bytes":
      return typeof value === "string" ? value : wrong(path, "a string is expected", ignored);
    case "bool":
      return typeof value === "boolean" ? value : wrong(path, "true or false is expected", ignored);
    case "enum":
      return enumValue(value, field) ?? wrong(path, "the enum has no such value", ignored);
    default:
      return numberValue(value, field) ?? wrong(path, "a number that fits is expected", ignored);
  }
}

/** @returns `undefined`: the value does not count */
function wrong(path: string, reason: string, ignored: Ignored[]): unknown {
  ignored.push({ path, reason });
  return undefined;
}
