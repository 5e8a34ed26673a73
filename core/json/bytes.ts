/**
 * Bytes to text that loses nothing. Valid UTF-8 is decoded as usual (a byte order mark stays: LiveKit refuses
 * it). In other input each byte that belongs to no valid sequence becomes one surrogate U+DC80 to U+DCFF, so
 * that it still counts as one character, as it does for Go.
 */
export interface DecodedText {
  readonly text: string;
  readonly hasRawBytes: boolean;
}

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

export function decodeUtf8(bytes: Uint8Array): DecodedText {
  try {
    return { text: strict.decode(bytes), hasRawBytes: false };
  } catch {
    return { text: decodeWithRawBytes(bytes), hasRawBytes: true };
  }
}

function decodeWithRawBytes(bytes: Uint8Array): string {
  const parts: string[] = [];
  let valid = 0;
  for (let i = 0; i < bytes.length;) {
    const length = sequenceLength(bytes, i);
    if (length > 0) {
      i += length;
      continue;
    }
    if (i > valid) parts.push(strict.decode(bytes.subarray(valid, i)));
    parts.push(String.fromCharCode(0xdc00 + bytes[i]!));
    valid = ++i;
  }
  parts.push(strict.decode(bytes.subarray(valid)));
  return parts.join("");
}

/** Length of the valid UTF-8 sequence at `i`, or 0 (Go, unicode/utf8.DecodeRune). */
function sequenceLength(bytes: Uint8Array, i: number): number {
  const first = bytes[i]!;
  if (first < 0x80) return 1;
  if (first < 0xc2 || first > 0xf4) return 0;
  const second = bytes[i + 1] ?? 0;
  const lowest = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const highest = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  if (second < lowest || second > highest) return 0;
  const length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  for (let k = 2; k < length; k++) if (((bytes[i + k] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}

const encoder = new TextEncoder();

/**
 * The first `count` bytes of what stands at `offset` of a text made by `decodeUtf8` (fewer at its end).
 * `hasRawBytes` as there; otherwise a lone surrogate counts as U+FFFD, which is what an editor saves.
 */
export function bytesAt(text: string, offset: number, count: number, hasRawBytes: boolean): Uint8Array {
  const bytes: number[] = [];
  for (let i = offset; i < text.length && bytes.length < count;) {
    const unit = text.charCodeAt(i);
    if (hasRawBytes && unit >= 0xdc80 && unit <= 0xdcff) {
      bytes.push(unit - 0xdc00);
      i++;
      continue;
    }
    const character = String.fromCodePoint(text.codePointAt(i)!);
    bytes.push(...encoder.encode(character));
    i += character.length;
  }
  return Uint8Array.from(bytes.slice(0, count));
}
