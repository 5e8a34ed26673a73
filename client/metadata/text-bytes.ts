/** Text as the bytes of a file and back; what VS Code itself changes in a text on the way. */

const encoder = new TextEncoder();
// What is no UTF-8 must not be written back as replacement characters; a byte order mark is part of the text.
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

export function toBytes(text: string): Uint8Array {
  return encoder.encode(text);
}

/** @throws for bytes in another encoding */
export function toText(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}

/**
 * Whether two texts are the same to an editor, which has one kind of line break in a document, no byte order mark
 * and no half of a character.
 */
export function isSameText(one: string, other: string): boolean {
  return one === other || asInEditor(one) === asInEditor(other);
}

function asInEditor(text: string): string {
  return toText(toBytes(text))
    .replace(/^\ufeff/, "")
    .replace(/\r\n?/g, "\n");
}
