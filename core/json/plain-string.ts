/** The quick way through a string; what is not for it is left to `scan-string.ts`. */
import { Flag } from "./tree.ts";
import { isShortEscape, Sort, sorts } from "./unit-sorts.ts";

/** The flags of the string that `plainEnd` went through last. */
export let plainFlags = 0;

/** @returns the offset behind the closing quote of a string, or -1 where something in it needs a second look */
export function plainEnd(units: Uint8Array, start: number): number {
  let pos = start;
  let flags = 0;
  for (;;) {
    const sort = sorts[units[pos]!]!;
    if (sort < Sort.Backslash) {
      flags |= sort;
      pos++;
    } else if (sort === Sort.Backslash && isShortEscape(units[pos + 1]!)) {
      flags |= Flag.Escaped;
      pos += 2;
    } else break;
  }
  plainFlags = flags;
  return units[pos] === 0x22 ? pos + 1 : -1;
}
