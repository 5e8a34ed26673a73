/** The body of a request as LiveKit reads it, or nothing where it is `malformed`. */
import { decodeUtf8 } from "../../core/json/bytes.ts";
import { readJson } from "../../core/json/reader.ts";
import { Flag, Kind, type JsonTree } from "../../core/json/tree.ts";
import { decode } from "../../core/protocol/decoder.ts";
import type { Message } from "../../core/protocol/schema.ts";
import type { Fields } from "./message-value.ts";
import { decodeProtobuf } from "./protobuf/decode.ts";
import { readFields } from "./read-fields.ts";

/** encoding/json's limit, which also unknown fields reach. */
const DEEPEST = 10_000;

/**
 * Twirp reads the first JSON value of the body with encoding/json, which judges every byte of it, and then the
 * message with protojson, which passes over unknown fields and enum names. It never says what was wrong.
 */
export function readJsonRequest(body: Uint8Array, message: Message): Fields | undefined {
  const { text, hasRawBytes } = decodeUtf8(body);
  const tree = readJson(text, hasRawBytes);
  if (!isOneValue(tree) || tree.depth > DEEPEST || tree.hasBareExponent) return undefined;
  if (decode(tree, 0, message).some((problem) => !problem.isIgnoredByApi)) return undefined;
  return readFields(tree, 0, message);
}

/** Whether the text begins with a JSON value; what follows it is not looked at. */
function isOneValue(tree: JsonTree): boolean {
  if (tree.kind(0) === Kind.Missing || tree.has(0, Flag.Unclosed)) return false;
  const end = tree.end(0);
  return tree.problems.every((problem) => problem.order >= end);
}

/** The binary form, brought into the same form as JSON. */
export function readBinaryRequest(body: Uint8Array, message: Message): Fields | undefined {
  const fields = decodeProtobuf(body, message);
  return fields && readFields(readJson(JSON.stringify(fields)), 0, message, true);
}
