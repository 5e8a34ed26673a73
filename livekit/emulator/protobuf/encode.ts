/** Messages in the binary form, for answers; see `decode.ts`. */
import type { Field, Message } from "../../../core/protocol/schema.ts";
import { readDuration, readTimestamp } from "../../../core/protocol/time.ts";
import { textField, UNKNOWN, type Fields } from "../message-value.ts";
import { WireType, WireWriter } from "./wire.ts";

const encoder = new TextEncoder();

/** @param fields as the emulator keeps them */
export function encodeProtobuf(fields: Fields, message: Message): Uint8Array {
  const writer = new WireWriter();
  for (const field of message.fields) {
    const value = fields[field.json];
    if (value === undefined) continue;
    if (field.isMap) for (const pair of Object.entries(value as Fields)) writeEntry(writer, field, pair);
    else if (field.isList) for (const item of value as readonly unknown[]) writeValue(writer, field, item);
    else writeValue(writer, field, value);
  }
  const unknown = textField(fields, UNKNOWN);
  writer.raw(Uint8Array.from(atob(unknown), (character) => character.charCodeAt(0)));
  return writer.finish();
}

function writeEntry(writer: WireWriter, field: Field, pair: readonly unknown[]): void {
  const inner = new WireWriter();
  for (const [index, text] of pair.entries()) {
    inner.tag(index + 1, WireType.Bytes);
    inner.lengthDelimited(encoder.encode(String(text)));
  }
  writer.tag(field.number, WireType.Bytes);
  writer.lengthDelimited(inner.finish());
}

function writeValue(writer: WireWriter, field: Field, value: unknown): void {
  const bytes = bytesOf(field, value);
  if (bytes) {
    writer.tag(field.number, WireType.Bytes);
    writer.lengthDelimited(bytes);
  } else if (field.kind === "double") {
    const view = new DataView(new ArrayBuffer(8));
    view.setFloat64(0, Number(value), true);
    writer.tag(field.number, WireType.Fixed64);
    writer.raw(new Uint8Array(view.buffer));
  } else {
    writer.tag(field.number, WireType.Varint);
    writer.varint(integerOf(field, value));
  }
}

function bytesOf(field: Field, value: unknown): Uint8Array | undefined {
  if (field.type) return encodeProtobuf(value as Fields, field.type);
  if (field.wellKnown) return timeBytes(String(value), field.wellKnown);
  return field.kind === "string" ? encoder.encode(String(value)) : undefined;
}

function timeBytes(text: string, type: "Duration" | "Timestamp"): Uint8Array {
  const instant = type === "Duration" ? readDuration(text) : readTimestamp(text);
  const writer = new WireWriter();
  if (typeof instant === "string") return writer.finish();
  for (const [index, part] of [instant.seconds, BigInt(instant.nanos)].entries()) {
    if (part === 0n) continue;
    writer.tag(index + 1, WireType.Varint);
    writer.varint(part);
  }
  return writer.finish();
}

function integerOf(field: Field, value: unknown): bigint {
  if (typeof value === "boolean") return value ? 1n : 0n;
  if (field.enumType && typeof value === "string") return BigInt(field.enumType.values.get(value) ?? 0);
  return BigInt(String(value));
}
