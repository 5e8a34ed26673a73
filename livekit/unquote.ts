/** Reads what Go's `%q` has written. */

const NAMED: Readonly<Record<string, string>> = {
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};

/** @param quoted with its quotation marks; a byte that is no character (`\xff`) becomes U+FFFD */
export function unquote(quoted: string): string {
  return quoted
    .slice(1, -1)
    .replace(
      /\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|U([0-9a-f]{8})|(.))/g,
      (_, byte?: string, short?: string, long?: string, named = "") => {
        if (byte !== undefined)
          return parseInt(byte, 16) < 0x80 ? String.fromCharCode(parseInt(byte, 16)) : "\ufffd";
        const code = short ?? long;
        if (code === undefined) return NAMED[named as string] ?? (named as string);
        const point = parseInt(code, 16);
        return point <= 0x10ffff ? String.fromCodePoint(point) : "\ufffd";
      },
    );
}
