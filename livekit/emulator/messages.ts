/**
 * LiveKit's messages as the emulator reads and writes them: those of rule files from `core/protocol`, and the
 * requests and answers around them, which no file contains, from the generated list beside this file.
 */
import ruleFileMessages from "../../schemas/messages.json" with { type: "json" };
import { compileMessage, emptyMessage, type FieldData } from "../../core/protocol/compile-message.ts";
import {
  allEnums,
  allMessages,
  type EnumType,
  type Field,
  type Message,
} from "../../core/protocol/schema.ts";
import { ENUMS, MESSAGES } from "./messages.generated.ts";

export type MessageData = readonly FieldData[];

/** `core` numbers its own fields from 1; what it does not know must not look like one of those. */
const FIRST_ID = 1_000_000;

const messages = new Map<string, Message>();
const enums = new Map<string, EnumType>();
for (const message of allMessages()) messages.set(message.name, message);
for (const type of allEnums()) enums.set(type.name, type);
for (const [name, values] of Object.entries(ENUMS)) enums.set(name, { name, values: new Map(values) });
for (const name of Object.keys(MESSAGES)) messages.set(name, emptyMessage(name));
let nextId = FIRST_ID;
for (const [name, data] of Object.entries(MESSAGES)) {
  compileMessage(serviceMessage(name.slice("livekit.".length)), data, { messages, enums }, nextId);
  nextId += data.length;
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
