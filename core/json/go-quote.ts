/** Go's `%q`: how its error texts show characters and bytes. */

const NAMED: Readonly<Record<number, string>> = {
  7: "\\a",
  8: "\\b",
  9: "\\t",
  10: "\\n",
  11: "\\v",
  12: "\\f",
  13: "\\r",
};
const PRINTABLE = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u;
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function quoteRune(rune: number, quote: string): string {
  const character = String.fromCodePoint(rune);
  if (character === quote || character === "\\") return "\\" + character;
  if (PRINTABLE.test(character)) return character;
  if (NAMED[rune]) return NAMED[rune];
  const hex = rune.toString(16);
  if (rune < 0x20 || rune === 0x7f) return "\\x" + hex.padStart(2, "0");
  return rune < 0x10000 ? "\\u" + hex.padStart(4, "0") : "\\U" + hex.padStart(8, "0");
}

/** `strconv.QuoteRune`: a character in single quotes. */
export function quoteCharacter(rune: number): string {
  return `'${quoteRune(rune, "'")}'`;
}

/** `strconv.Quote` of bytes: what is no valid UTF-8 is written `\xNN`. */
export function quoteBytes(bytes: Uint8Array): string {
  let out = "";
  for (let i = 0; i < bytes.length;) {
    const rune = runeAt(bytes, i);
    if (rune) {
      out += quoteRune(rune.value, '"');
      i += rune.length;
    } else out += "\\x" + bytes[i++]!.toString(16).padStart(2, "0");
  }
  return `"${out}"`;
}

function runeAt(bytes: Uint8Array, i: number): { value: number; length: number } | undefined {
  for (let length = 1; length <= 4 && i + length <= bytes.length; length++) {
    try {
      const text = decoder.decode(bytes.subarray(i, i + length));
      return { value: text.codePointAt(0)!, length };
    } catch {
      // not (yet) a whole character
    }
  }
  return undefined;
}
