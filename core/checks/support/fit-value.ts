/** A value of the wrong kind, written as the field wants it, where it is plain what was meant. */
import { Kind, type JsonTree, type Node } from "../../json/tree.ts";
import { quoteString } from "../../json/strings.ts";
import type { Field, Message } from "../../protocol/schema.ts";
import { AGENT, DIRECT, isKind } from "./rule-places.ts";
import { spell, type Spelling } from "./spelling.ts";

export interface Fitted {
  readonly newText: string;
  /** As in `Put it in a list`. */
  readonly title: string;
  readonly isSafe: boolean;
}

/** The value of a field as a whole. */
export function fitValue(tree: JsonTree, node: Node, field: Field, spelling: Spelling): Fitted | undefined {
  if (field.isList) return intoList(tree, node, field, spelling);
  if (field.isMap)
    return tree.kind(node) === Kind.Array ? outOfList(tree, node, [Kind.Object]) : outOfString(tree, node);
  return fitItem(tree, node, field, spelling);
}

/** A singular value, or an item of a list. */
export function fitItem(tree: JsonTree, node: Node, field: Field, spelling: Spelling): Fitted | undefined {
  const kind = tree.kind(node);
  if (kind === Kind.Array) return outOfList(tree, node, kindsFor(field));
  if (field.type) return intoMessage(tree, node, field.type, spelling);
  if (field.kind === "string" && (kind === Kind.Number || kind === Kind.True || kind === Kind.False))
    return { newText: `"${tree.raw(node)}"`, title: "Put it in quotes", isSafe: true };
  if (field.kind === "bool") return asBoolean(tree, node);
  return kind === Kind.String ? asNumber(tree, node, field) : undefined;
}

function intoList(tree: JsonTree, node: Node, field: Field, spelling: Spelling): Fitted | undefined {
  const kind = tree.kind(node);
  const title = "Put it in a list";
  const isFitting = field.type ? kind === Kind.Object : kind === Kind.String;
  if (isFitting) return { newText: `[${tree.raw(node)}]`, title, isSafe: true };
  if (kind === Kind.Array) return undefined;
  const item = fitItem(tree, node, field, spelling);
  return item && { newText: `[${item.newText}]`, title, isSafe: item.isSafe };
}

/** A list with one item, where the item is wanted. */
function outOfList(tree: JsonTree, node: Node, kinds: readonly Kind[]): Fitted | undefined {
  const item = node + 1;
  if (tree.next(node) <= item || tree.next(item) !== tree.next(node)) return undefined;
  if (!kinds.includes(tree.kind(item))) return undefined;
  return { newText: tree.raw(item), title: "Take it out of the list", isSafe: false };
}

/** The kinds of JSON value that a singular field takes. */
function kindsFor(field: Field): readonly Kind[] {
  if (field.type) return [Kind.Object];
  if (field.kind === "bool") return [Kind.True, Kind.False];
  return field.kind === "string" || field.wellKnown ? [Kind.String] : [Kind.Number, Kind.String];
}

/** A text where an object belongs: JSON in a string, or the one thing that the object is about. */
function intoMessage(tree: JsonTree, node: Node, type: Message, spelling: Spelling): Fitted | undefined {
  const name = mainField(type);
  if (tree.kind(node) !== Kind.String) return undefined;
  const json = outOfString(tree, node);
  if (json || !name) return json;
  const key = quoteString(spell(name, spelling));
  return { newText: `{${key}: ${tree.raw(node)}}`, title: `Write it as ${key}`, isSafe: false };
}

function mainField(type: Message): Field | undefined {
  if (type === AGENT) return type.spellings.get("agent_name");
  if (type.name === "livekit.SIPCodec") return type.spellings.get("name");
  return isKind(type) ? type.spellings.get(type === DIRECT ? "room_name" : "room_prefix") : undefined;
}

function outOfString(tree: JsonTree, node: Node): Fitted | undefined {
  if (tree.kind(node) !== Kind.String) return undefined;
  const inner = tree.stringValue(node).trim();
  if (!inner.startsWith("{")) return undefined;
  try {
    JSON.parse(inner);
  } catch {
    return undefined;
  }
  return { newText: inner, title: "Write it as an object", isSafe: false };
}

const BOOLEANS: Readonly<Record<string, string>> = {
  yes: "true",
  on: "true",
  "1": "true",
  no: "false",
  off: "false",
  "0": "false",
};

function asBoolean(tree: JsonTree, node: Node): Fitted | undefined {
  const kind = tree.kind(node);
  if (kind !== Kind.String && kind !== Kind.Number) return undefined;
  const text = tree.stringValue(node).trim().toLowerCase();
  const isLiteral = text === "true" || text === "false";
  const newText = isLiteral ? text : Object.hasOwn(BOOLEANS, text) ? BOOLEANS[text] : undefined;
  return newText === undefined ? undefined : { newText, title: `Write \`${newText}\``, isSafe: isLiteral };
}

/** `" 300 "`; for a timeout, which LiveKit counts in seconds, also `"300s"` and `"5m"`. */
function asNumber(tree: JsonTree, node: Node, field: Field): Fitted | undefined {
  const match = /^\s*(\d{1,9})\s*(s|sec|m|min)?\s*$/.exec(tree.stringValue(node));
  if (!match || !["int32", "uint32"].includes(field.kind)) return undefined;
  const unit = match[2];
  if (unit !== undefined && !field.name.endsWith("_timeout")) return undefined;
  const newText = String(Number(match[1]) * (unit?.startsWith("m") ? 60 : 1));
  return { newText, title: `Write \`${newText}\``, isSafe: unit === undefined };
}
