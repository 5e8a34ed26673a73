/**
 * A text as the reader goes through it: a byte for each UTF-16 unit, because a look into an array costs less than half
 * of a look into a string. No JSON has a character that matters beyond ASCII, so that all of those are one byte here.
 */

/** Stands for every unit that is not ASCII. */
const FOREIGN = 0x80;
/** UTF-8 has at most three bytes for a unit. */
const BYTES_PER_UNIT = 3;
const SMALLEST = 1 << 16;
const LARGEST_KEPT = 1 << 24;

const encoder = new TextEncoder();
let kept = unitsIn(SMALLEST);

/** A text's units, and the same by any four of them. */
export interface Units {
  readonly units: Uint8Array;
  readonly words: DataView;
}

/** @param size a multiple of four: the bytes are also looked at four at a time */
function unitsIn(size: number): Units {
  const units = new Uint8Array(size);
  return { units, words: new DataView(units.buffer) };
}

/**
 * @returns behind the text's end stands a 0, and then at least four more bytes of whatever was there: words are read up to
 * its end, and none that anybody waits for has a 0 in it. The array is used again for the next text
 */
export function unitsOf(text: string): Units {
  const { length } = text;
  let room = kept;
  if (length >= room.units.length / BYTES_PER_UNIT) {
    room = unitsIn(4 * length);
    if (4 * length <= LARGEST_KEPT) kept = room;
  }
  const { units } = room;
  const { written } = encoder.encodeInto(text, units);
  if (written !== length) oneForEachUnit(units, written);
  units[length] = 0;
  return room;
}

/**
 * Makes UTF-8 to a byte for each unit, in its place. ASCII, of which there is much more, moves as a whole: four bytes
 * are looked at together, and what lies between two other characters is copied at once.
 */
function oneForEachUnit(bytes: Uint8Array, length: number): void {
  const fours = new Int32Array(bytes.buffer);
  let to = 0;
  for (let from = 0; from < length;) {
    const start = from;
    while (from < length && bytes[from]! < 0x80) {
      if ((from & 3) === 0) while (from + 4 <= length && (fours[from >> 2]! & 0x80808080) === 0) from += 4;
      if (bytes[from]! < 0x80 && from < length) from++;
    }
    if (to !== start && from > start) bytes.copyWithin(to, start, from);
    to += from - start;
    // The first byte of a character tells how many there are; those of four are two units.
    while (from < length && bytes[from]! >= 0x80) {
      const first = bytes[from++]!;
      if (first < 0xc0) continue;
      bytes[to++] = FOREIGN;
      if (first >= 0xf0) bytes[to++] = FOREIGN;
    }
  }
}
