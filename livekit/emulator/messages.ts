/**
 * LiveKit's messages as the emulator reads and writes them: those of rule files from `core/protocol`, and the
 * requests and answers around them, which no file contains, from the generated list beside this file.
 */
import ruleFileMessages from "../../schemas/messages.json" with { type: "json" };
import { NameTable } from "../../core/json/name-table.ts";
import {
  allEnums,
  allMessages,
  type EnumType,
  type Field,
  type FieldKind,
  type Message,
  type Oneof,
} from "../../core/protocol/schema.ts";
import { ENUMS, MESSAGES } from "./messages.generated.ts";

/** A field as the generated list has it; the same form as in `schemas/messages.json`. */
export interface FieldData {
  readonly no: number;
  readonly name: string;
  readonly json: string;
  readonly kind: string;
  readonly type?: string;
  readonly list?: boolean;
  readonly map?: boolean;
  readonly optional?: boolean;
  readonly oneof?: string;
}
export type MessageData = readonly FieldData[];

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
const WELL_KNOWN = "google.protobuf.";
/** `core` numbers its own fields from 1; what it does not know must not look like one of those. */
const FIRST_ID = 1_000_000;

const messages = new Map<string, Message>();
const enums = new Map<string, EnumType>();
for (const message of allMessages()) messages.set(message.name, message);
for (const type of allEnums()) enums.set(type.name, type);
for (const [name, values] of Object.entries(ENUMS)) enums.set(name, { name, values: new Map(values) });
for (const name of Object.keys(MESSAGES))
  messages.set(name, { name, fields: [], oneofs: [], spellings: new NameTable([]), marked: undefined });
let nextId = FIRST_ID;
for (const [name, data] of Object.entries(MESSAGES)) compile(messages.get(name), data);

function compile(message: Message | undefined, data: MessageData): void {
  if (!message) return;
  const oneofs = new Map<string, Mutable<Oneof> & { fields: Field[] }>();
  const fields = data.map((entry, index): Field => {
    const wellKnown = entry.type?.startsWith(WELL_KNOWN) ? entry.type.slice(WELL_KNOWN.length) : undefined;
    const field: Mutable<Field> = {
      id: nextId++,
      number: entry.no,
      message,
      name: entry.name,
      json: entry.json,
      kind: entry.kind as FieldKind,
      type: entry.kind === "message" && wellKnown === undefined ? messages.get(entry.type ?? "") : undefined,
      enumType: entry.kind === "enum" ? enums.get(entry.type ?? "") : undefined,
      wellKnown: wellKnown as "Duration" | "Timestamp" | undefined,
      isList: entry.list ?? false,
      isMap: entry.map ?? false,
      hasPresence:
        !entry.list && !entry.map && (entry.kind === "message" || !!entry.optional || !!entry.oneof),
      oneof: undefined,
      isDeprecated: false,
      bit: 1 << index,
    };
    if (entry.oneof !== undefined) {
      const oneof = oneofs.get(entry.oneof) ?? { name: entry.oneof, fields: [], bit: 1 << oneofs.size };
      oneofs.set(entry.oneof, oneof);
      oneof.fields.push(field);
      field.oneof = oneof;
    }
    return field;
  });
  const target = message as Mutable<Message>;
  target.fields = fields;
  target.oneofs = [...oneofs.values()];
  target.spellings = new NameTable(
    fields.flatMap((field) => [...new Set([field.json, field.name])].map((name) => [name, field] as const)),
  );
}

const optional = new Set<string>();
const ruleFileData: Readonly<Record<string, MessageData>> = ruleFileMessages.messages;
for (const [name, data] of [...Object.entries(ruleFileData), ...Object.entries(MESSAGES)])
  for (const field of data) if (field.optional) optional.add(`${name}.${field.name}`);

/** Whether `field` is declared `optional`: an answer then has it only where it is set. */
export function isOptional(field: Field): boolean {
  return optional.has(`${field.message.name}.${field.name}`);
}

/** @param name without `livekit.`; throws when there is none, which a test finds at once */
export function serviceMessage(name: string): Message {
  const message = messages.get(`livekit.${name}`);
  if (!message) throw new Error(`no message ${name}`);
  return message;
}
