/** Reads files, each with a bound: a device or a pipe may never end. */
import { closeSync, openSync, readSync } from "node:fs";
import { decodeUtf8, type DecodedText } from "../../core/json/bytes.ts";
import { LARGEST_FILE, reasonOf, TOO_LARGE } from "./reasons.ts";

/** A text, or why there is none. */
export type Reading =
  { readonly ok: true; readonly file: DecodedText } | { readonly ok: false; readonly reason: string };

/** Most files fit; it is used again for each, which is what makes ten thousand of them quick. */
const shared = Buffer.allocUnsafeSlow(1 << 16);

export function readTextFile(path: string): Reading {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(path, "r");
    const bytes = readBytes(descriptor);
    return bytes ? { ok: true, file: decodeUtf8(bytes) } : { ok: false, reason: TOO_LARGE };
  } catch (error) {
    return { ok: false, reason: reasonOf(error) };
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** `undefined` when there are more than `LARGEST_FILE`. The result is valid until the next call. */
function readBytes(descriptor: number): Uint8Array | undefined {
  let buffer: Buffer = shared;
  let length = 0;
  for (;;) {
    const count = readSync(descriptor, buffer, length, buffer.length - length, null);
    if (count === 0) return buffer.subarray(0, length);
    length += count;
    if (length > LARGEST_FILE) return undefined;
    if (length === buffer.length) {
      const larger = Buffer.allocUnsafeSlow(Math.min(buffer.length * 8, LARGEST_FILE + 1));
      buffer.copy(larger);
      buffer = larger;
    }
  }
}

export async function readStandardInput(): Promise<Reading> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      length += chunk.length;
      if (length > LARGEST_FILE) return { ok: false, reason: TOO_LARGE };
    }
  } catch (error) {
    return { ok: false, reason: reasonOf(error) };
  }
  return { ok: true, file: decodeUtf8(Buffer.concat(chunks)) };
}
