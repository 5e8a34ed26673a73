/** Names and values of SIP headers that a trunk may have (livekit/protocol, livekit/sip_validation.go, sip.go). */
import type { Fields } from "./message-value.ts";

const TOKEN = /[0-9A-Za-z\-.!%*_+`'~]/;
const PRINTABLE = /[\t -~]/;

/** `ForbiddenSipHeaderNames`: headers that the SIP service writes itself. */
const FORBIDDEN: ReadonlySet<string> = new Set([
  ...["accept", "accept-encoding", "accept-language", "allow", "allow-events", "call-id", "contact"],
  ...["content-encoding", "content-length", "content-type", "cseq", "event", "expires", "from"],
  ...["max-forwards", "record-route", "refer-to", "reply-to", "k", "l", "m", "o", "r", "t", "u", "v"],
]);

/** `validateHeaders`, `validateAttributesToHeaders`, `validateHeaderToAttributes`, in the order of a trunk. */
export function headersFault(trunk: Fields): string | undefined {
  for (const [name, value] of Object.entries(mapField(trunk, "headers"))) {
    const fault = nameFault(name, true);
    if (fault !== undefined) return `invalid header name: ${fault}`;
    const valueProblem = valueFault(name, value);
    if (valueProblem !== undefined) return `invalid header value for ${name}: ${valueProblem}`;
  }
  const names = [
    ...Object.values(mapField(trunk, "attributesToHeaders")),
    ...Object.keys(mapField(trunk, "headersToAttributes")),
  ];
  for (const name of names) {
    const fault = nameFault(name, false);
    if (fault !== undefined) return `invalid header name: ${fault}`;
  }
  return undefined;
}

function mapField(trunk: Fields, name: string): Readonly<Record<string, string>> {
  return (trunk[name] ?? {}) as Readonly<Record<string, string>>;
}

/** `ValidateHeaderName`. @param isOwn whether LiveKit will send it, so that its own headers are refused */
function nameFault(name: string, isOwn: boolean): string | undefined {
  if (name === "") return "header name cannot be empty";
  if (byteLength(name) > 255) return "header name too long (max 255 characters)";
  const character = characterFault(name, TOKEN, false);
  if (character !== undefined) return `header name ${name} contains invalid characters: ${character}`;
  return isOwn && FORBIDDEN.has(name.toLowerCase()) ? `header name ${name} not supported` : undefined;
}

/** `ValidateHeaderValueResult`, without what LiveKit only logs. */
function valueFault(name: string, value: string): string | undefined {
  if (byteLength(value) > 1024) return `header ${name}: value too long (max 1024 characters)`;
  const character = characterFault(value, PRINTABLE, true);
  return character === undefined ? undefined : `header ${name}: value: ${character}`;
}

function characterFault(text: string, allowed: RegExp, allowsUnicode: boolean): string | undefined {
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (code < 128 ? allowed.test(character) : allowsUnicode) continue;
    // The misspelling is LiveKit's.
    return code < 128
      ? `char ${code} not allowed`
      : `char ${code} out of range, consider explicilty adding utf8 characters`;
  }
  return undefined;
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
