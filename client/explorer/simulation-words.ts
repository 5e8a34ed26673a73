/** What becomes of a call, for somebody who asked in the explorer: a sentence, and a document. Imports no editor. */
import { ruleName } from "../../core/routing/reasons/names.ts";
import { simulationMarkdown } from "../../core/routing/simulate/markdown.ts";
import { simulate, type Simulation } from "../../core/routing/simulate/simulation.ts";
import type { SourcedRule } from "../../core/routing/sourced-rule.ts";
import type { IncomingCall } from "../../core/routing/types.ts";
import type { DeployedPicture } from "../deployed/rule-picture.ts";
import { detailText } from "../live/safe-text.ts";

export interface SimulationWords {
  /** One sentence, for messages: without markup. */
  readonly headline: string;
  /** Everything that is known of it, as `livekit-dispatch simulate --format markdown` says it. */
  readonly document: string;
  /** The rule that took the call, or asked for a PIN. */
  readonly ruleId?: string;
  /** A rule asks for a PIN, and none was given. */
  readonly isPinAsked: boolean;
}

export interface AskedCall {
  readonly call: IncomingCall;
  /** Its name. */
  readonly project: string;
  /** The rule that somebody wants to know about; it is explained wherever it stands. */
  readonly asked?: string | undefined;
}

export function simulationWords(
  { rules, trunks }: Pick<DeployedPicture, "rules" | "trunks">,
  { call, project: name, asked }: AskedCall,
): SimulationWords {
  const project = `project "${name}"`;
  const simulation = simulate({
    rules: rules.map(({ rule }): SourcedRule => {
      return { rule, path: `${rule.sipDispatchRuleId ?? ""} in ${project}`, project };
    }),
    trunks: [...trunks.values()].map(({ trunk }) => trunk),
    call,
    leftOut: [],
    ...(asked !== undefined && { asked }),
  });
  const { result, rule } = simulation.explanation.outcome;
  return {
    // A message shows backticks as they are.
    headline: detailText(sentence(simulation).replaceAll("`", "")),
    document: simulationMarkdown(simulation),
    isPinAsked: result === "REQUEST_PIN",
    ...(rule?.sipDispatchRuleId !== undefined && { ruleId: rule.sipDispatchRuleId }),
  };
}

function sentence({ explanation: { outcome }, fault }: Simulation): string {
  const { ok, result, rule, answer, pinRequested } = outcome;
  const name = rule ? ruleName(rule) : "";
  if (ok) return `The call ends in room "${answer?.roomName ?? ""}", by ${name}.`;
  if (result === "REQUEST_PIN") return `The caller is asked for a PIN, by ${name}.`;
  if (result === "REJECT")
    return pinRequested ? "No rule fits what the caller entered." : "No rule takes the call.";
  return `LiveKit ends the call with an error: ${fault ?? ""}`;
}
