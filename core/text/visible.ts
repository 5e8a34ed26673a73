/** Text of others made fit for a line of output: nothing in it may move a cursor, change colours or reorder the line. */

/**
 * Control characters, what switches the direction of text, what is invisible or breaks lines, and halves of
 * surrogate pairs (bytes that are no UTF-8 become such halves, see `core/json/bytes.ts`).
 */
const HIDDEN =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\p{Surrogate}/gu;

/** One line: `␛` for an escape character, `<U+202E>` for what has no picture. Plain text stays as it is. */
export function visible(text: string): string {
  return text.replace(HIDDEN, picture);
}

/** The same with line breaks and tabs left as they are. */
export function visibleLines(text: string): string {
  return text.replace(HIDDEN, (character) =>
    character === "\n" || character === "\t" ? character : picture(character),
  );
}

function picture(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return "\u2421";
  if (code >= 0xd800 && code <= 0xdfff) return "\ufffd";
  return `<U+${code.toString(16).toUpperCase().padStart(4, "0")}>`;
}

/** Cuts what would fill the screen, and says how much there was. */
export function shorten(text: string, longest: number): string {
  if (text.length <= longest) return text;
  return `${text.slice(0, longest).replace(/[\ud800-\udbff]$/, "")}… (${text.length.toLocaleString("en")} characters)`;
}
