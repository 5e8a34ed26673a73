/** The outcome in few words, and the facts below it: the same for people, machines and pull requests. */
import type { Answer } from "../answer/evaluate.ts";
import { ruleName, trunkNameAlone } from "../reasons/names.ts";
import { placeBesideName } from "../sourced-rule.ts";
import { agentNames } from "../answer/agent-names.ts";
import type { Simulation } from "./simulation.ts";

export type Mood = "routed" | "asked" | "refused";

export interface Headline {
  readonly mood: Mood;
  readonly text: string;
}

export function headline({ explanation, winner, fault }: Simulation): Headline {
  const { ok, result, rule, stage, pinRequested } = explanation.outcome;
  const place = winner ? ` (${placeBesideName(winner)})` : "";
  const whose = rule ? `${ruleName(rule)}${place}` : "";
  if (ok) return { mood: "routed", text: `Routed by ${whose}` };
  if (result === "REQUEST_PIN") return { mood: "asked", text: `Asked for a PIN by ${whose}` };
  if (result === "REJECT")
    return {
      mood: "refused",
      text: `Not routed: ${pinRequested ? "no rule fits what the caller entered" : "no rule fits"}`,
    };
  return {
    mood: "refused",
    text: `Not routed: LiveKit ends the call with an error${stage === "trunk" ? ", before it looks at a rule" : ""}: ${fault ?? ""}`,
  };
}

/** Name and value; what is empty is left out. */
export function facts({ question, explanation, hears }: Simulation): [name: string, value: string][] {
  const { answer, ok, trunk, pinRequested, steps } = explanation.outcome;
  const prompt = steps[0]?.rule;
  const rows: [string, string][] = [];
  if (!question.trunks)
    rows.push([
      "no trunks",
      "none were given (--trunks), so the call is simulated without one: a rule that lists trunks cannot take it",
    ]);
  if (ok && answer) rows.push(...answerFacts(answer));
  if (pinRequested && prompt)
    rows.push(["PIN", `asked for, because ${ruleName(prompt)} has one and goes first`]);
  if (trunk.trunk) rows.push(["trunk", trunkNameAlone(trunk.trunk)]);
  rows.push(["caller", hears]);
  return rows.filter(([, value]) => value !== "");
}

function answerFacts(answer: Answer): [string, string][] {
  const agents = agentNames(answer.roomConfig).map((name) => (name === "" ? "one without a name" : name));
  const attributes = Object.entries(answer.participantAttributes ?? {})
    // LiveKit's own attributes say what stands in the call.
    .filter(([name]) => !name.startsWith("sip."))
    .map(([name, value]) => `${name}=${value}`);
  return [
    ["room", answer.roomName ?? "(empty: nobody can join it)"],
    ["as", `${answer.participantIdentity ?? ""}, shown as "${answer.participantName ?? ""}"`],
    [
      "agents",
      agents.length > 0 ? agents.join(", ") : "none by the rule; only a worker without a name comes",
    ],
    ["metadata", answer.participantMetadata ?? ""],
    ["attributes", attributes.join(", ")],
    ["preset", answer.roomPreset ?? ""],
  ];
}
