/** JSON as the content of a JSON string, which is how LiveKit wants metadata. */

/** Text of a JSON document as it stands between the quotes of a string. */
export function escapeJsonText(text: string): string {
  return text.replace(/["\\]/g, "\\$&").replace(/\t/g, "\\t").replace(/\r/g, "\\r").replace(/\n/g, "\\n");
}

/** JSON without the white space between its tokens; its numbers, escapes and order stay. */
export function minified(json: string): string {
  const parts: string[] = [];
  let from = 0;
  for (let i = 0; i < json.length; i++) {
    const unit = json.charCodeAt(i);
    if (unit === 0x22) i = endOfString(json, i);
    else if (unit === 0x20 || unit === 0x09 || unit === 0x0a || unit === 0x0d) {
      parts.push(json.slice(from, i));
      from = i + 1;
    }
  }
  parts.push(json.slice(from));
  return parts.join("");
}

/** Offset of the quote that ends the string which starts at `start`. */
function endOfString(json: string, start: number): number {
  let i = start + 1;
  while (i < json.length && json[i] !== '"') i += json[i] === "\\" ? 2 : 1;
  return i;
}
