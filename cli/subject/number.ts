/** `subject -- number`: a phone number in LiveKit's one form. */
import { numberKey } from "../../core/routing/number-key.ts";

export function numberAnswer(question: { id: unknown; number?: string }): object {
  return { id: question.id, ok: true, normalised: numberKey(question.number ?? "") };
}
