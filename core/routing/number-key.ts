/** The form in which LiveKit compares phone numbers. */
import { normalizeNumber } from "../protocol/phone-number.ts";

/** `NormalizeNumber`, with a short way for what is in that form already: it runs for every number of every rule. */
export function numberKey(number: string): string {
  return isNormal(number) ? number : normalizeNumber(number);
}

/** Empty, or `+` and only digits. */
function isNormal(number: string): boolean {
  const length = number.length;
  if (length === 0) return true;
  if (length === 1 || number.charCodeAt(0) !== 0x2b) return false;
  for (let i = 1; i < length; i++) {
    const unit = number.charCodeAt(i);
    if (unit < 0x30 || unit > 0x39) return false;
  }
  return true;
}
