/** What the caller hears: the outcome as the SIP service carries it out, in one or two sentences. */
import { inWords, named } from "../../text/show.ts";
import { liveCall } from "./live-call.ts";
import { ringing } from "./ringing.ts";
import { USUAL_SURROUNDINGS, type Surroundings } from "./surroundings.ts";
import { agentNames } from "../answer/agent-names.ts";
import type { Answer } from "../answer/evaluate.ts";
import type { Outcome, RouteInput } from "../route.ts";

/** No version of a server, which counts as the newest. */
const NEWEST = "";

/** Taken for granted: a usual phone, the right password, and a worker for every agent of the rule. */
export function whatCallerHears(input: RouteInput, outcome: Outcome): string {
  const { rule, answer } = outcome;
  const agents = agentNames(rule?.roomConfig);
  const lived = liveCall(input, {
    ...USUAL_SURROUNDINGS,
    server: NEWEST,
    login: () => true,
    workers: agents.length > 0 ? agents : [""],
    presets: rule?.roomPreset === undefined ? [] : [rule.roomPreset],
  });
  if (outcome.result === "REJECT" && !outcome.pinRequested)
    return (
      "From livekit-server 1.13.8 on, the call is refused at once: 404 Does not match Trunks or Dispatch Rules. " +
      "Up to 1.13.7 it rings and is never answered."
    );
  switch (lived.kind) {
    case "in-room":
      return outcome.pinRequested
        ? "LiveKit answers at once and asks for the PIN; then the caller is in the room, also while nobody else is there."
        : `${waiting(agents)} ${givenUp(answer)}`;
    case "pin-prompt":
      return `LiveKit answers at once and asks for a PIN. ${lived.cause.text}`;
    case "ringing":
      return `It rings, and nobody can answer. ${lived.cause.text} The caller gets ${lived.finalSipStatus}.`;
    case "refused":
      // The headline has LiveKit's text.
      if (outcome.result === "ERROR") return `The call is refused at once: ${lived.finalSipStatus}.`;
      return `The call is refused at once: ${lived.finalSipStatus}. ${sentence(lived.cause.text)}`.trim();
    case "dropped":
      return "It rings and is never answered.";
  }
}

function waiting(agents: readonly string[]): string {
  const names = agents.filter((name) => name !== "").map(named);
  if (names.length === 0)
    return "It rings until somebody in the room publishes audio: the worker without a name, or a person.";
  const whose = names.length === 1 ? "agent" : "one of the agents";
  return `It rings until ${whose} ${inWords(names, "or")} publishes audio, which takes a worker registered under exactly that name.`;
}

function givenUp(answer: Answer | undefined): string {
  const alone: Surroundings = { ...USUAL_SURROUNDINGS, workers: [] };
  const found = answer && ringing(answer, alone);
  return found?.kind === "unanswered"
    ? `If nobody does, it rings for ${found.after} seconds and ends with 486.`
    : "";
}

function sentence(text: string): string {
  return text === "" || /[.!?]$/.test(text) ? text : `${text}.`;
}
