/** What became of a call against what a routing test expects. */
import { agentNames } from "../routing/answer/agent-names.ts";
import { NO_RULE } from "../routing/rule/rule-match.ts";
import type { Outcome } from "../routing/route.ts";
import { inWords, quoted } from "../text/show.ts";
import type { Expectation } from "./test-file.ts";
import { fitsPattern } from "./wildcard.ts";

export interface Difference {
  readonly field: keyof Expectation;
  readonly expected: string;
  readonly actual: string;
}

/** @param names under which the rule that took the call may be expected; none where no rule did */
export function differences(expect: Expectation, outcome: Outcome, names: readonly string[]): Difference[] {
  const found: Difference[] = [];
  const { rule, room, agents, pin, reject, attributes } = expect;
  const end = ending(outcome);
  const add = (field: keyof Expectation, expected: string, actual: string): number =>
    found.push({ field, expected, actual });
  if (rule && !names.includes(rule.value))
    add("rule", quoted(rule.value), names[0] === undefined ? end : quoted(names[0]));
  if (reject !== undefined && !isRejectedAs(reject, outcome))
    add("reject", typeof reject === "string" ? quoted(reject) : String(reject), end);
  if (pin !== undefined && pin !== outcome.pinRequested)
    add(
      "pin",
      pin ? "the caller is asked for a PIN" : "no PIN is asked for",
      outcome.pinRequested ? "the caller is asked for a PIN" : "no PIN is asked for",
    );
  const answer = outcome.ok ? outcome.answer : undefined;
  if (room !== undefined && !(answer && fitsPattern(room, answer.roomName ?? "")))
    add("room", quoted(room), answer ? quoted(answer.roomName ?? "") : end);
  if (agents) {
    const actual = agentNames(answer?.roomConfig);
    if (!answer || sorted(agents) !== sorted(actual))
      add("agents", listed(agents), answer ? listed(actual) : end);
  }
  const actual = new Map(Object.entries(answer?.participantAttributes ?? {}));
  for (const [name, pattern] of Object.entries(attributes ?? {})) {
    const value = actual.get(name);
    if (value !== undefined && fitsPattern(pattern, value)) continue;
    const shown = value === undefined ? "no such attribute" : quoted(value);
    add("attributes", `${quoted(name)} is ${quoted(pattern)}`, answer ? shown : end);
  }
  return found;
}

function isRejectedAs(expected: boolean | string, { result, fault }: Outcome): boolean {
  const isRejected = result === "REJECT" || result === "ERROR";
  if (typeof expected === "boolean") return expected === isRejected;
  return isRejected && fitsPattern(expected, (fault ?? NO_RULE).text);
}

function ending({ result, fault }: Outcome): string {
  if (result === "ACCEPT") return "the call ends in a room";
  if (result === "REQUEST_PIN") return "the caller is asked for a PIN and enters none";
  return result === "REJECT" ? "no rule fits" : `LiveKit ends the call with an error: ${fault?.text ?? ""}`;
}

function sorted(names: readonly string[]): string {
  return JSON.stringify([...names].sort());
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? "none" : inWords(names.map(quoted));
}
