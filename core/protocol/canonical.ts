/**
 * A decoded message as proto3 JSON: JSON names, defaults left out, numbers, durations and timestamps in the
 * one form protojson writes. Only for documents that the decoder accepts.
 */
import { Kind, type JsonTree, type Node } from "../json/tree.ts";
import { fieldOf } from "./fields.ts";
import { readInteger } from "./numbers.ts";
import type { Field } from "./schema.ts";
import { readDuration, readTimestamp, writeDuration, writeTimestamp, type Instant } from "./time.ts";

export type Canonical = string | number | boolean | Canonical[] | { [name: string]: Canonical };

/** @param node an object that was decoded as a message */
export function canonicalMessage(tree: JsonTree, node: Node): { [name: string]: Canonical } {
  const out: { [name: string]: Canonical } = {};
  for (const key of tree.children(node)) {
    const field = fieldOf(tree, key);
    if (!field || tree.kind(key + 1) === Kind.Null) continue;
    const value = fieldValue(tree, key + 1, field);
    if (value !== undefined) define(out, field.json, value);
  }
  return out;
}

function fieldValue(tree: JsonTree, node: Node, field: Field): Canonical | undefined {
  if (field.isList) {
    const items = tree
      .children(node)
      .map((item) => single(tree, item, field))
      .filter((item) => item !== undefined);
    return items.length > 0 ? items : undefined;
  }
  if (field.isMap) {
    const map: { [name: string]: Canonical } = {};
    for (const key of tree.children(node)) define(map, tree.stringValue(key), tree.stringValue(key + 1));
    return Object.keys(map).length > 0 ? map : undefined;
  }
  const value = single(tree, node, field);
  const isDefault = value === "" || value === false || isZero(field, value) || isFirst(field, value);
  return field.hasPresence || !isDefault ? value : undefined;
}

/** protojson keeps a floating-point -0, which is not the default; 64-bit numbers are texts in JSON. */
function isZero(field: Field, value: Canonical | undefined): boolean {
  return Object.is(value, 0) || (value === "0" && (field.kind === "int64" || field.kind === "uint64"));
}

function isFirst(field: Field, value: Canonical | undefined): boolean {
  return field.enumType !== undefined && typeof value === "string" && field.enumType.values.get(value) === 0;
}

/** A value by itself; `undefined` for an enum name that the API does not know and leaves out. */
function single(tree: JsonTree, node: Node, field: Field): Canonical | undefined {
  if (field.type) return canonicalMessage(tree, node);
  const isString = tree.kind(node) === Kind.String;
  const text = isString ? tree.stringValue(node) : tree.raw(node);
  if (field.wellKnown === "Duration") return writeDuration(readDuration(text) as Instant);
  if (field.wellKnown === "Timestamp") return writeTimestamp(readTimestamp(text) as Instant);
  switch (field.kind) {
    case "string":
      return text;
    case "bool":
      return text === "true";
    case "int32":
    case "uint32":
      return Number(readInteger(text, field.kind));
    case "int64":
    case "uint64":
      return String(readInteger(text, field.kind));
    case "enum":
      return enumName(field, isString ? field.enumType!.values.get(text) : Number(readInteger(text, "enum")));
    default:
      return isString && Number.isNaN(Number(text))
        ? text
        : Number.isFinite(Number(text))
          ? Number(text)
          : text;
  }
}

function enumName(field: Field, number: number | undefined): Canonical | undefined {
  for (const [name, value] of field.enumType!.values) if (value === number) return name;
  return number;
}

/** Sets also what JavaScript would take for more than a key, such as `__proto__`. */
function define(target: { [name: string]: Canonical }, name: string, value: Canonical): void {
  Object.defineProperty(target, name, { value, enumerable: true, writable: true, configurable: true });
}
