/** What LiveKit hears of the keys that a caller presses (livekit/sip, pkg/sip/inbound.go, `pinPrompt`). */
import type { Entry } from "../rule/rule-match.ts";
import type { KeyPress } from "./surroundings.ts";

/** Keys that are kept while the prompt plays, `#` included; the rest is lost. */
const KEPT_DURING_PROMPT = 10;
/** Seconds after the answer at which the prompt ends. */
const PROMPT_END = 2.73;
/** Keys; one more ends the call. */
export const LONGEST_PIN = 16;
const ENTERABLE = new RegExp(`^[0-9*a-d]{1,${LONGEST_PIN}}$`);

/** Whether a phone can enter this PIN; `#` ends the entry, and the keys A to D are heard in lower case. */
export function isEnterable(pin: string): boolean {
  return ENTERABLE.test(pin);
}

export type HeardEntry =
  | { readonly kind: "entered"; readonly entry: Entry }
  /** The 17th key ends the call. */
  | { readonly kind: "too-long" }
  /** No `#` was heard: the caller stays connected, in silence, as long as media flows. */
  | { readonly kind: "unfinished"; readonly lost: number };

export function heardEntry(keys: readonly KeyPress[]): HeardEntry {
  const early = keys.filter(({ at }) => at < PROMPT_END);
  const lost = Math.max(0, early.length - KEPT_DURING_PROMPT);
  const heard = [...early.slice(0, KEPT_DURING_PROMPT), ...keys.filter(({ at }) => at >= PROMPT_END)];
  let pin = "";
  for (const { key } of heard) {
    if (key === "#") return { kind: "entered", entry: { pin, noPin: pin === "" } };
    // The keys A to D arrive in lower case; anything else is no key.
    if (!/^[0-9*a-d]$/i.test(key)) continue;
    pin += key.toLowerCase();
    if (pin.length > LONGEST_PIN) return { kind: "too-long" };
  }
  return { kind: "unfinished", lost };
}
