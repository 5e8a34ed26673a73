/** What a caller has to type. LiveKit hears `0-9 * a-d`, sixteen keys at most (livekit/sip, pkg/sip/inbound.go, `pinPrompt`). */
import { textOf, type Subject } from "../subject.ts";
import { say, type Words } from "../words.ts";
import { isEnterable } from "../../../routing/after/pin-entry.ts";

/** Key presses that are kept while the prompt plays, `#` included. */
const KEPT = 10;

export function explainPin(subject: Subject): Words[] {
  const pin = textOf(subject);
  if (pin === undefined) return [];
  if (pin === "") return [say`No PIN: whoever calls is let in.`];
  if (!isEnterable(pin)) return [say`No phone can enter ${pin}, so nobody is let in.`];
  const words = say`Callers type ${`${pin}#`}.`;
  if (pin.length < KEPT) return [words];
  return [
    words,
    [`Only the first ${KEPT} keys are kept while the prompt plays: who types all of them at once is stuck.`],
  ];
}
