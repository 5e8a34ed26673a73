/** What the reader's fast ways ask of a unit (see `units.ts`), as a table. */

/**
 * What the fast way through a string does with it: up to `Backslash` it goes on and keeps the sort
 * as flags of the string (`Flag` in `tree.ts`); anything above stops it.
 */
export const enum Sort {
  /** Letters, digits, `+`, `-`, `.` and `_`, which are also what a number or a word is made of. */
  Ordinary = 0,
  Unusual = 1 << 12,
  NonAscii = (1 << 12) | (1 << 11),
  Backslash = 1 << 14,
  /** The closing quote, and what may not stand in a string. */
  End = 1 << 15,
}

export const sorts = new Uint16Array(256).fill(Sort.NonAscii);
for (let unit = 0; unit < 0x80; unit++)
  sorts[unit] =
    unit === 0x22 || unit < 0x20
      ? Sort.End
      : unit === 0x5c
        ? Sort.Backslash
        : /[\w.+-]/.test(String.fromCharCode(unit))
          ? Sort.Ordinary
          : Sort.Unusual;

/** The escapes that are one character long, without those that hardly anybody writes. */
export function isShortEscape(unit: number): boolean {
  return unit === 0x22 || unit === 0x5c || unit === 0x6e || unit === 0x2f || unit === 0x74;
}

/** JSON's words as `DataView.getInt32` reads four bytes from low to high; of `false` the last four letters. */
export const enum Word {
  True = 0x65757274,
  Null = 0x6c6c756e,
  Alse = 0x65736c61,
}

/** @returns `end`, or -1 where the word goes on */
export function wordEnd(units: Uint8Array, end: number): number {
  return sorts[units[end]!] === Sort.Ordinary ? -1 : end;
}
