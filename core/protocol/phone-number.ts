/** How LiveKit brings phone numbers into one form (`NormalizeNumber`, livekit/protocol, livekit/sip.go). */
const NUMBER = /^\+?[\d\- ()]+$/;

/** Without spaces, dashes and brackets and with `+` in front; anything that is no such number is left alone. */
export function normalizeNumber(number: string): string {
  if (!NUMBER.test(number)) return number;
  const digits = number.replace(/[ \-()]/g, "");
  return digits.startsWith("+") ? digits : `+${digits}`;
}
