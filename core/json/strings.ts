/** JSON strings: values out of the text between the quotes, and back. */

const SIMPLE: Readonly<Record<string, string>> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" };

/** The value of the text between two quotes. Broken escapes are left as they stand; never throws. */
export function unescapeString(inner: string): string {
  return inner.replace(/\\(?:u([0-9a-fA-F]{4})|(["\\/bfnrt]))/g, (_, hex?: string, simple?: string) =>
    hex !== undefined ? String.fromCharCode(parseInt(hex, 16)) : (SIMPLE[simple!] ?? simple!),
  );
}

/** A value as a JSON string with quotes, with no more escapes than JSON demands. */
export function quoteString(value: string): string {
  return JSON.stringify(value);
}

/**
 * The offset in the document of a position inside a string's value.
 * @param inner the text between the quotes
 * @param index position in the value, in UTF-16 units
 * @returns offset from the first character behind the opening quote
 */
export function offsetInString(inner: string, index: number): number {
  let offset = 0;
  for (let i = 0; i < index && offset < inner.length; i++) {
    if (inner[offset] !== "\\") offset += 1;
    else offset += inner[offset + 1] === "u" ? 6 : 2;
  }
  return Math.min(offset, inner.length);
}
