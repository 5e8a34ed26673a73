/** What is asked at each step of the guided flow. Imports no editor. */
import { SAMPLE_CALLED, SAMPLE_CALLER } from "../../../core/features/preview.ts";
import { shown } from "../../../core/text/show.ts";
import { messageText } from "../../live/safe-text.ts";
import { draftRoom, draftRoomPattern, type Draft, type DraftKind } from "./draft.ts";
import { STEP_TITLES, type Choice, type GuidedKnowledge, type Question, type Step } from "./steps.ts";

export const KINDS: readonly (Choice & { readonly value: DraftKind })[] = [
  {
    value: "individual",
    label: "A new room for every caller",
    description: "individual",
    detail: "For agents: nobody meets another caller. call-_<caller>_…",
  },
  {
    value: "direct",
    label: "One room for all calls",
    description: "direct",
    detail: "For meetings and conferences: all callers meet in it.",
  },
  {
    value: "callee",
    label: "One room for every called number",
    description: "callee",
    detail: "All who call the same number meet in it.",
  },
];

export function questionAt(step: Step, draft: Draft, known: GuidedKnowledge): Question {
  switch (step) {
    case "kind":
      return { sort: "one", prompt: "Which kind of rule?", choices: KINDS, chosen: draft.kind };
    case "room":
      return draft.kind === "direct"
        ? text("Name of the room for all calls", "support-line", draft.room)
        : text("How the names of the rooms begin; empty for no prefix", "call", draft.room);
    case "pin":
      return text("PIN that callers must enter; empty for none", "12345", draft.pin);
    case "trunks":
      return {
        sort: "several",
        prompt: "Calls on which trunks? None: on every trunk",
        choices: trunkChoices(draft, known),
        chosen: draft.trunkIds,
      };
    case "numbers":
      return text(
        "Only calls to these numbers, with commas between them; empty for all",
        "+15105550100, +15105550101",
        draft.numbers.join(", "),
      );
    case "agent":
      return {
        ...text("Name of the agent that answers; empty for none", "inbound-agent", draft.agentName),
        choices: known.agentNames.map((name) => ({
          value: name,
          label: shown(name, 80),
          description: "found in your code",
        })),
      };
    case "hide":
      return {
        sort: "one",
        prompt: "Shall others in the room see the caller's number?",
        choices: [
          { value: "show", label: "Show the number" },
          { value: "hide", label: "Hide all but its last four digits", description: "hide_phone_number" },
        ],
        chosen: draft.hidePhoneNumber ? "hide" : "show",
      };
    case "name":
      return text("Name for lists; callers never hear it. Empty for none", "Support line", draft.name);
    case "end":
      return { sort: "one", prompt: "What shall become of it?", choices: endings(known), chosen: "create" };
  }
}

function text(prompt: string, placeholder: string, value: string): Extract<Question, { sort: "text" }> {
  return { sort: "text", prompt, placeholder, value };
}

function trunkChoices({ trunkIds }: Draft, { trunks = [] }: GuidedKnowledge): Choice[] {
  const there = trunks.map(({ id, name, trunk }) => {
    const numbers = trunk.numbers ?? [];
    return {
      value: id,
      label: shown(name === "" ? id : name, 80),
      description: id,
      detail: numbers.length === 0 ? "every called number" : shown(numbers.join(", "), 120),
    };
  });
  const others = trunkIds.filter((id) => !trunks.some((trunk) => trunk.id === id));
  return [...there, ...others.map((id) => ({ value: id, label: shown(id, 80) }))];
}

function endings({ trunks }: GuidedKnowledge): Choice[] {
  const save = {
    value: "save",
    label: "Save as a file",
    detail: "A new dispatch-rule.json; nothing is sent.",
  };
  if (!trunks) return [save];
  return [
    {
      value: "create",
      label: "Create in the project",
      detail: "You see everything once more before it is sent.",
    },
    save,
    { value: "both", label: "Save as a file and create in the project" },
  ];
}

/** The question, behind what the answers so far make of a call: the line is cut off at its end. */
export function questionLine(step: Step, { prompt }: Question, draft: Draft): string {
  // As long as no kind is chosen there is nothing to see.
  return step === "kind" ? prompt : `${previewWords(draft)}. ${prompt}`;
}

/** The title of a list, whose line has place for the question alone. @param same the deployed rule that takes the same calls */
export function listTitle(
  step: Step,
  draft: Draft,
  same: { readonly id: string; readonly name: string } | undefined,
): string {
  const title = STEP_TITLES[step];
  if (same) {
    const name = messageText(same.name === "" ? same.id : same.name, 40);
    return `${title}, ${step === "end" ? "" : "so far "}the same calls as "${name}"`;
  }
  const room = draftRoomPattern(draft);
  return step === "kind" || room === "" ? title : `${title}, room ${messageText(room, 40)}`;
}

function previewWords(draft: Draft): string {
  const room = draftRoom(draft);
  if (room === "") return "No room yet";
  const before = draft.pin === "" ? "Room" : "PIN, then room";
  const sample = sampleWords(draft);
  return `${before} ${messageText(room, 80)}${sample === "" ? "" : ` (${sample})`}`;
}

/** Whoever sees a number that nobody has typed has to know where it comes from. */
function sampleWords({ kind, numbers, hidePhoneNumber }: Draft): string {
  if (kind === "individual")
    return `${hidePhoneNumber ? "end of the" : "the"} sample caller ${SAMPLE_CALLER}`;
  return kind === "callee" && numbers.length === 0 ? `the sample number ${SAMPLE_CALLED}` : "";
}
