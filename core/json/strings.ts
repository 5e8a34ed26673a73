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
