/** What may be answered at each step of the guided flow, and what it changes. Imports no editor. */
import { messageText } from "../../live/safe-text.ts";
import type { Draft } from "./draft.ts";
import { KINDS } from "./questions.ts";
import type { Step } from "./steps.ts";

const NUMBER = /^\+?[0-9]{2,20}$/;
/** How people write a number; a call has none of that. */
const SIGNS = /[\s().\p{Pd}/]/gu;
/** What LiveKit hears on a keypad, sixteen at most; `#` ends the entry (livekit/sip, pkg/sip/inbound.go, `pinPrompt`). */
const PIN = /^[0-9*a-d]{1,16}$/;
/** `+49 (0)30 …`: dialed only without the country code. */
const TRUNK_ZERO = /^\+.*\(0\)/;
const LONGEST_ROOM = 200;

/** Why an answer cannot be taken, in a sentence; `undefined` where it can. */
export function objection(step: Step, answer: string, draft: Draft): string | undefined {
  switch (step) {
    case "room":
      if (draft.kind === "direct" && answer.trim() === "")
        return "A rule of this kind needs the name of its room: without it LiveKit refuses the call.";
      if (answer.length > LONGEST_ROOM) return `At most ${LONGEST_ROOM} characters.`;
      return /\p{C}/u.test(answer)
        ? "Characters that cannot be seen have no place in a room's name."
        : undefined;
    case "pin":
      return answer === "" || PIN.test(answer)
        ? undefined
        : "No phone can enter this: a PIN has 1 to 16 of the keys 0-9, * and a-d. # ends the entry.";
    case "numbers": {
      const wrong = written(answer).find((number) => !NUMBER.test(plain(number)) || TRUNK_ZERO.test(number));
      if (wrong === undefined) return undefined;
      return TRUNK_ZERO.test(wrong)
        ? `Leave out the (0) of "${messageText(wrong)}": behind a country code nobody dials it.`
        : `"${messageText(wrong)}" is no number as a call has it, such as +15105550100.`;
    }
    case "agent":
      return /^CA_\w+$/.test(answer.trim())
        ? "That is the id of an agent in LiveKit Cloud: its name is needed, as in your code."
        : undefined;
    case "kind":
    case "trunks":
    case "hide":
    case "name":
    case "end":
      return undefined;
  }
}

function written(answer: string): string[] {
  return answer
    .split(/[,;\n]/)
    .map((number) => number.trim())
    .filter((number) => number !== "");
}

function plain(number: string): string {
  return number.replace(SIGNS, "");
}

function numbersIn(answer: string): string[] {
  return [...new Set(written(answer).map(plain))];
}

/** The draft with an answer in it. @param answer of `objection` has said nothing against it */
export function answered(step: Step, answer: string | readonly string[], draft: Draft): Draft {
  const one = typeof answer === "string" ? answer : "";
  switch (step) {
    case "kind":
      return { ...draft, kind: KINDS.find(({ value }) => value === one)?.value ?? draft.kind };
    case "room":
      return { ...draft, room: one.trim() };
    case "pin":
      return { ...draft, pin: one };
    case "trunks":
      return { ...draft, trunkIds: typeof answer === "string" ? draft.trunkIds : answer };
    case "numbers":
      return { ...draft, numbers: numbersIn(one) };
    case "agent":
      return { ...draft, agentName: one.trim() };
    case "hide":
      return { ...draft, hidePhoneNumber: one === "hide" };
    case "name":
      return { ...draft, name: one.trim() };
    case "end":
      return draft;
  }
}
