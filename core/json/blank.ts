/** JSON's white space: blank, tab, line feed, carriage return. */

export function isBlank(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09;
}

/** The first offset from `start` on, `end` at most, at which something else stands. */
export function skipBlank(text: string, start: number, end = text.length): number {
  let i = start;
  while (i < end && isBlank(text.charCodeAt(i))) i++;
  return i;
}

/** The offset behind the last character in front of `end` that is something else. */
export function skipBlankBack(text: string, end: number): number {
  let i = end;
  while (i > 0 && isBlank(text.charCodeAt(i - 1))) i--;
  return i;
}
