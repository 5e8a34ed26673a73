/**
 * LiveKit's messages as the decoder, the features and the documentation use them: compiled once from
 * `schemas/messages.json`, which is generated from the npm package `@livekit/protocol`.
 */
import data from "../../schemas/messages.json" with { type: "json" };
import type { NameTable } from "../json/name-table.ts";
import { NameTrie } from "../json/name-trie.ts";
import { compileMessage, emptyMessage, type FieldData } from "./compile-message.ts";
import newerData from "../../schemas/newer.json" with { type: "json" };

export type FieldKind =
  | "string"
  | "bool"
  | "int32"
  | "uint32"
  | "int64"
  | "uint64"
  | "double"
  | "float"
  | "bytes"
  | "enum"
  | "message";

export interface EnumType {
  /** Full name, as in `livekit.SIPMediaEncryption`. */
  readonly name: string;
  /** Numbers by name, in declaration order. */
  readonly values: ReadonlyMap<string, number>;
}

export interface Oneof {
  /** Full name, as LiveKit's error texts give it: `livekit.SIPDispatchRule.rule`. */
  readonly name: string;
  readonly fields: readonly Field[];
  readonly bit: number;
}

export interface Field {
  /** Position in `fieldById`; 0 is no field. */
  readonly id: number;
  readonly number: number;
  readonly message: Message;
  /** Spelling in LiveKit's `.proto` files: `trunk_ids`. */
  readonly name: string;
  /** Spelling in JSON: `trunkIds`. Both are read. */
  readonly json: string;
  readonly kind: FieldKind;
  /** Type of the values of a message field; `undefined` for Duration and Timestamp, which JSON writes as strings. */
  readonly type: Message | undefined;
  readonly enumType: EnumType | undefined;
  readonly wellKnown: "Duration" | "Timestamp" | undefined;
  readonly isList: boolean;
  /** A map from strings to strings. */
  readonly isMap: boolean;
  /** Whether being absent differs from holding the default. */
  readonly hasPresence: boolean;
  readonly oneof: Oneof | undefined;
  readonly isDeprecated: boolean;
  readonly bit: number;
}

export interface Message {
  /** Full name, as in `livekit.SIPDispatchRuleInfo`. */
  readonly name: string;
  readonly fields: readonly Field[];
  readonly oneofs: readonly Oneof[];
  /** Both spellings of every field. */
  readonly spellings: NameTable<Field>;
  /** The same by what the reader marks names with, made when the message is first decoded. */
  marked: (Field | undefined)[] | undefined;
}

/** Version of `@livekit/protocol` that these messages were generated from. */
export const PROTOCOL_VERSION: string = data.protocol;

const messages = new Map<string, Message>();
const enums = new Map<string, EnumType>();
const fields: (Field | undefined)[] = [undefined];

for (const [name, values] of Object.entries(data.enums) as [string, [string, number][]][])
  enums.set(name, { name, values: new Map(values) });
for (const name of Object.keys(data.messages)) messages.set(name, emptyMessage(name));
for (const [name, list] of Object.entries(data.messages) as [string, FieldData[]][]) {
  const message = messages.get(name)!;
  compileMessage(message, list, { messages, enums }, fields.length);
  fields.push(...message.fields);
}

/** What the reader recognizes: both spellings of every field. */
export const FIELD_NAMES = new NameTrie(
  fields.flatMap((field) => (field === undefined ? [] : [field.name, field.json])),
);

/** The field of a message by the mark that the reader left at its name. */
export function fieldMarked(message: Message, mark: number): Field | undefined {
  return (message.marked ?? markedFields(message))[-mark];
}

function markedFields(message: Message): (Field | undefined)[] {
  const marked = new Array<Field | undefined>(FIELD_NAMES.count + 1).fill(undefined);
  for (const field of message.fields)
    for (const spelling of [field.name, field.json]) marked[FIELD_NAMES.idOf(spelling)] = field;
  return (message.marked = marked);
}

/** The field with the spelling that stands from `start` to `end` of `text` (JSON name or proto name). */
export function findField(message: Message, text: string, start: number, end: number): Field | undefined {
  return message.spellings.find(text, start, end);
}

export function fieldById(id: number): Field | undefined {
  return id > 0 ? fields[id] : undefined;
}

export function allMessages(): IterableIterator<Message> {
  return messages.values();
}

export function allEnums(): IterableIterator<EnumType> {
  return enums.values();
}

/** @param name without `livekit.`; throws when there is none, which a test finds at once */
export function messageNamed(name: string): Message {
  const message = messages.get(`livekit.${name}`);
  if (!message) throw new Error(`no message ${name} in @livekit/protocol ${PROTOCOL_VERSION}`);
  return message;
}

/** @param path `Message.field` in LiveKit's spelling, without `livekit.` */
export function fieldNamed(path: string): Field {
  const [message, name] = path.split(".") as [string, string];
  const field = messageNamed(message).fields.find((candidate) => candidate.name === name);
  if (!field) throw new Error(`no field ${path} in @livekit/protocol ${PROTOCOL_VERSION}`);
  return field;
}

interface NewerData {
  protocol: string;
  fields: Record<string, { name: string; json: string; text: string }[]>;
  values: Record<string, string[]>;
}
const newer = newerData as NewerData;

/** The version of LiveKit's protocol that brought a field these messages do not know yet, if one did. */
export function newerField(message: Message, spelling: string): string | undefined {
  const found = newer.fields[message.name]?.some(
    (field) => field.name === spelling || field.json === spelling,
  );
  return found ? newer.protocol : undefined;
}

/** The same for a value of an enum. */
export function newerEnumValue(type: EnumType, value: string): string | undefined {
  return newer.values[type.name]?.includes(value) ? newer.protocol : undefined;
}

export const FIELD_COUNT = fields.length;
