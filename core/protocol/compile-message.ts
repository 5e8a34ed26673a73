/** A message as the decoder uses it, made from what stands of it in a generated list (`schemas/messages.json`). */
import { NameTable } from "../json/name-table.ts";
import type { EnumType, Field, FieldKind, Message, Oneof } from "./schema.ts";

/** A field as the generated lists have it. */
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
  readonly deprecated?: boolean;
}

/** The types that fields name, by their full names. */
interface Types {
  readonly messages: ReadonlyMap<string, Message>;
  readonly enums: ReadonlyMap<string, EnumType>;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const WELL_KNOWN = "google.protobuf.";

/** A message without fields; `compileMessage` adds them once all messages are there. */
export function emptyMessage(name: string): Message {
  return { name, fields: [], oneofs: [], spellings: new NameTable([]), marked: undefined };
}

/** @param firstId the id of its first field; the others count on from there */
export function compileMessage(
  message: Message,
  list: readonly FieldData[],
  types: Types,
  firstId: number,
): void {
  // The decoder keeps what it has seen of a message in the bits of one number.
  if (list.length > 31) throw new Error(`${message.name} has more than 31 fields`);
  const oneofs = new Map<string, Mutable<Oneof> & { readonly fields: Field[] }>();
  const fields = list.map((data, index): Field => {
    const field = compileField(message, data, types, firstId + index, 1 << index);
    if (data.oneof === undefined) return field;
    const oneof = oneofs.get(data.oneof) ?? { name: data.oneof, fields: [], bit: 1 << oneofs.size };
    oneofs.set(data.oneof, oneof);
    oneof.fields.push(field);
    field.oneof = oneof;
    return field;
  });
  const spellings = new NameTable(
    fields.flatMap((field) =>
      [...new Set([field.json, field.name])].map((spelling) => [spelling, field] as const),
    ),
  );
  Object.assign(message, { fields, oneofs: [...oneofs.values()], spellings });
}

function compileField(
  message: Message,
  { no, name, json, kind, type = "", list = false, map = false, optional, oneof, deprecated }: FieldData,
  { messages, enums }: Types,
  id: number,
  bit: number,
): Mutable<Field> {
  const wellKnown = type.startsWith(WELL_KNOWN) ? type.slice(WELL_KNOWN.length) : undefined;
  return {
    id,
    number: no,
    message,
    name,
    json,
    kind: kind as FieldKind,
    type: kind === "message" && wellKnown === undefined ? messages.get(type) : undefined,
    enumType: kind === "enum" ? enums.get(type) : undefined,
    wellKnown: wellKnown as "Duration" | "Timestamp" | undefined,
    isList: list,
    isMap: map,
    hasPresence: !list && !map && (kind === "message" || optional === true || oneof !== undefined),
    oneof: undefined,
    isDeprecated: deprecated ?? false,
    bit,
  };
}
