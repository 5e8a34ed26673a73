/**
 * Messages in the binary form, which `lk` and the Go SDK speak (`Content-Type: application/protobuf`). What is
 * unknown is kept as it is, so that a field of a newer LiveKit survives.
 */
import type { Field, Message } from "../../../core/protocol/schema.ts";
import { writeDuration, writeTimestamp } from "../../../core/protocol/time.ts";
import { UNKNOWN, type Fields } from "../message-value.ts";
import { WireError, WireReader, WireType } from "./wire.ts";

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** @returns the message as JSON that protojson would read, or `undefined` where the bytes are none */
export function decodeProtobuf(bytes: Uint8Array, message: Message): Fields | undefined {
  try {
    return decode(bytes, message);
  } catch (error) {
    if (error instanceof WireError || error instanceof TypeError) return undefined;
    throw error;
  }
}

function decode(bytes: Uint8Array, message: Message): Fields {
  const reader = new WireReader(bytes);
  const out: Record<string, unknown> = {};
  let unknown = "";
  while (!reader.isAtEnd) {
    const start = reader.position;
    const { number, type } = reader.tag();
    const field = message.fields.find((candidate) => candidate.number === number);
    if (!field) {
      reader.skip(type);
      for (const byte of bytes.subarray(start, reader.position)) unknown += String.fromCharCode(byte);
    } else if (field.isMap)
      out[field.json] = { ...(out[field.json] as Fields | undefined), ...entry(reader) };
    else if (field.isList)
      out[field.json] = [...((out[field.json] ?? []) as unknown[]), ...items(reader, type, field)];
    else {
      for (const other of field.oneof?.fields ?? []) if (other !== field) out[other.json] = undefined;
      out[field.json] = single(reader, type, field, out[field.json]);
    }
  }
  if (unknown !== "") out[UNKNOWN] = btoa(unknown);
  return out;
}

/** Numbers may come packed: all of them in one value. */
function* items(reader: WireReader, type: number, field: Field): Generator {
  const isPacked = type === WireType.Bytes.valueOf() && field.kind !== "string" && field.kind !== "message";
  if (!isPacked) yield single(reader, type, field, undefined);
  else
    for (const inner = new WireReader(reader.lengthDelimited()); !inner.isAtEnd;)
      yield number(field, inner.varint());
}

function entry(reader: WireReader): Fields {
  const inner = new WireReader(reader.lengthDelimited());
  const parts = ["", ""];
  while (!inner.isAtEnd) {
    const { number, type } = inner.tag();
    if (number <= 2 && type === WireType.Bytes.valueOf())
      parts[number - 1] = strict.decode(inner.lengthDelimited());
    else inner.skip(type);
  }
  return Object.fromEntries([parts]) as Fields;
}

function single(reader: WireReader, type: number, field: Field, earlier: unknown): unknown {
  if (field.kind === "double") return new DataView(copy(reader.bytesOf(8))).getFloat64(0, true);
  if (type !== WireType.Bytes.valueOf()) return number(field, reader.varint());
  const bytes = reader.lengthDelimited();
  if (field.wellKnown) return time(bytes, field.wellKnown);
  if (field.type) return { ...(earlier as Fields | undefined), ...decode(bytes, field.type) };
  if (field.kind !== "string") throw new WireError("a value is of the wrong type");
  return strict.decode(bytes);
}

function copy(bytes: Uint8Array): ArrayBuffer {
  return Uint8Array.from(bytes).buffer;
}

function number(field: Field, value: bigint): unknown {
  switch (field.kind) {
    case "bool":
      return value !== 0n;
    case "int64":
      return String(BigInt.asIntN(64, value));
    case "uint64":
      return String(value);
    case "uint32":
      return Number(BigInt.asUintN(32, value));
    case "int32":
    case "enum":
      return Number(BigInt.asIntN(32, value));
    default:
      throw new WireError("a value is of the wrong type");
  }
}

function time(bytes: Uint8Array, type: "Duration" | "Timestamp"): string {
  const reader = new WireReader(bytes);
  const parts = [0n, 0n];
  while (!reader.isAtEnd) {
    const { number: part, type: wire } = reader.tag();
    if (part <= 2 && wire === WireType.Varint.valueOf()) parts[part - 1] = BigInt.asIntN(64, reader.varint());
    else reader.skip(wire);
  }
  const instant = { seconds: parts[0]!, nanos: Number(parts[1]!) };
  return type === "Duration" ? writeDuration(instant) : writeTimestamp(instant);
}
