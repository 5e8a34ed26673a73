/** What should be known of an answer, although it can be taken. Imports no editor. */
import type { DispatchRule } from "../../../core/routing/types.ts";
import { createBeside } from "../../../livekit/rules/beside-deployed.ts";
import { messageText } from "../../live/safe-text.ts";
import { ruleTitle } from "../words.ts";
import { draftText, type Draft } from "./draft.ts";
import type { Step } from "./steps.ts";

/** The questions whose answers tell rules apart. */
const CLAIMING: ReadonlySet<Step> = new Set<Step>(["pin", "trunks", "numbers"]);

/** @param draft with the answer in it @param rules that are deployed; `undefined`: not known */
export function notice(
  step: Step,
  answer: string | readonly string[],
  draft: Draft,
  rules: readonly DispatchRule[] | undefined,
): string | undefined {
  const sentences = [
    step === "numbers" && typeof answer === "string" ? rewritten(answer, draft) : undefined,
    CLAIMING.has(step) && rules ? sameAs(draft, rules, step === "numbers") : undefined,
  ].filter((sentence) => sentence !== undefined);
  return sentences.length === 0 ? undefined : sentences.join(" ");
}

/** A call has nothing but digits in its number, and LiveKit compares byte for byte. */
function rewritten(answer: string, { numbers }: Draft): string | undefined {
  const typed = answer.split(/[,;\n]/).map((number) => number.trim());
  const changed = numbers.filter((number) => !typed.includes(number));
  return changed.length === 0 ? undefined : `Written as ${messageText(changed.join(", "), 120)}.`;
}

/** @param isLast whether no later question can tell the two apart */
function sameAs(draft: Draft, rules: readonly DispatchRule[], isLast: boolean): string | undefined {
  const other = sameCalls(draft, rules);
  if (!other) return undefined;
  const title = ruleTitle(other);
  return isLast
    ? `The rule ${title} already takes the same trunk, numbers and PIN, and LiveKit stores no second one: give other numbers, or go back.`
    : `So far the rule ${title} takes the same calls: a PIN, a trunk or a number has to tell them apart.`;
}

/** The deployed rule that claims what the draft claims: LiveKit stores no second one. */
export function sameCalls(
  draft: Draft,
  rules: readonly DispatchRule[],
): { readonly id: string; readonly name: string } | undefined {
  const beside = createBeside(rules, draftText(draft));
  return beside.kind === "conflict" ? beside.other : undefined;
}
