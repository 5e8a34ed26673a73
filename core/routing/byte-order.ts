/** Comparing strings as Go does, by their UTF-8 bytes; `<` compares UTF-16 units. */

const HIGH = /[\ud800-\uffff]/;

/** Negative when `a` comes first, positive when `b` does, 0 when they are equal. */
export function compareBytes(a: string, b: string): number {
  if (a === b) return 0;
  // The two orders differ only where a surrogate meets a unit above the surrogates.
  if (HIGH.test(a) && HIGH.test(b)) return compareCharacters(a, b);
  return a < b ? -1 : 1;
}

function compareCharacters(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const left = a.charCodeAt(i);
    const right = b.charCodeAt(i);
    if (left !== right) return weight(left) - weight(right);
  }
  return a.length - b.length;
}

/** Surrogates stand for characters above U+FFFF, so they come last. */
function weight(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}
