/** What becomes of a call, in words for somebody who asked in the explorer. Imports no editor. */
import { whatCallerHears } from "../../core/routing/after/caller-hears.ts";
import { explainCall, type RuleReason } from "../../core/routing/reasons.ts";
import { ruleName, trunkName } from "../../core/routing/reasons/names.ts";
import type { RouteInput } from "../../core/routing/route.ts";
import { agentNames } from "../../core/routing/answer/agent-names.ts";
import { detailText, firstFew } from "../live/safe-text.ts";

export interface SimulationWords {
  /** One sentence. */
  readonly headline: string;
  /** Sentences, one a line. */
  readonly details: readonly string[];
  /** The rule that took the call, or asked for a PIN. */
  readonly ruleId?: string;
  /** A rule asks for a PIN, and none was given. */
  readonly isPinAsked: boolean;
}

const MOST_LOSERS = 4;
/** The nearer to winning, the more it tells. */
const TELLING: readonly RuleReason["role"][] = ["ends", "beaten", "out", "not-reached", "not-read"];

/** @param asked the rule that somebody wants to know about; it is explained wherever it stands */
export function simulationWords(input: RouteInput, asked?: string): SimulationWords {
  const { outcome, trunks, steps } = explainCall(input);
  const { ok, result, rule, answer, trunk, fault } = outcome;
  const details: string[] = [];
  if (ok && answer) {
    details.push(
      `Participant: ${answer.participantIdentity ?? ""}, shown as "${answer.participantName ?? ""}".`,
    );
    const agents = agentNames(answer.roomConfig).map((name) => (name === "" ? "one without a name" : name));
    details.push(agents.length > 0 ? `Agents: ${firstFew(agents, 5)}.` : "The rule names no agent.");
  }
  details.push(trunk.trunk ? `Trunk: ${trunkName(trunk.trunk)}.` : noTrunk(trunks.length));
  details.push(`What the caller hears: ${whatCallerHears(input, outcome)}`);
  const reasons = steps.at(-1)?.rules ?? [];
  details.push(...reasonsFor(reasons, asked).map((reason) => `${ruleName(reason.rule)}: ${reason.text}`));
  const isPinAsked = result === "REQUEST_PIN";
  return {
    headline: detailText(headlineOf()),
    details: details.map(detailText),
    isPinAsked,
    ...(rule?.sipDispatchRuleId !== undefined && { ruleId: rule.sipDispatchRuleId }),
  };

  function headlineOf(): string {
    const name = rule ? ruleName(rule) : "";
    if (ok) return `The call ends in room "${answer?.roomName ?? ""}", by ${name}.`;
    if (isPinAsked) return `The caller is asked for a PIN, by ${name}.`;
    if (result === "REJECT")
      return outcome.pinRequested ? "No rule fits what the caller entered." : "No rule takes the call.";
    return `LiveKit ends the call with an error: ${fault?.text ?? ""}`;
  }
}

function noTrunk(count: number): string {
  return count === 0 ? "The project has no inbound trunk." : "No trunk takes the call.";
}

function reasonsFor(reasons: readonly RuleReason[], asked: string | undefined): readonly RuleReason[] {
  const wins = reasons.filter(({ role }) => role === "wins");
  const ofAsked = reasons.filter(({ rule, role }) => rule.sipDispatchRuleId === asked && role !== "wins");
  const others = reasons
    .filter((reason) => reason.role !== "wins" && !ofAsked.includes(reason))
    .sort((a, b) => TELLING.indexOf(a.role) - TELLING.indexOf(b.role));
  return [...wins, ...ofAsked, ...others.slice(0, MOST_LOSERS)];
}
