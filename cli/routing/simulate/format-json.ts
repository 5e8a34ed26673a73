/** `--format json`: everything, for scripts. No PIN stands in it. */
import { exactPlaceOf } from "../../../core/routing/sourced-rule.ts";
import { agentNames } from "../../../core/routing/answer/agent-names.ts";
import type { Simulation } from "../../../core/routing/simulate/simulation.ts";

export function simulationJson(simulation: Simulation): string {
  const { question, explanation, winner, losers, furtherLosers, fault, hears, notes } = simulation;
  const { outcome } = explanation;
  const { answer } = outcome;
  const { to, from, sourceAddress, pin, noPin } = question.call;
  const report = {
    call: { to, from, sourceIp: sourceAddress, enters: noPin ? "#" : pin === "" ? "nothing" : "a PIN" },
    routed: outcome.ok,
    result: outcome.result,
    pinRequested: outcome.pinRequested,
    error: fault,
    trunk: outcome.trunk.trunk?.sipTrunkId,
    rule: winner && {
      id: winner.rule.sipDispatchRuleId,
      name: winner.rule.name,
      place: exactPlaceOf(winner),
    },
    ...(outcome.ok &&
      answer && {
        room: answer.roomName,
        identity: answer.participantIdentity,
        name: answer.participantName,
        metadata: answer.participantMetadata,
        attributes: answer.participantAttributes,
        agents: agentNames(answer.roomConfig),
      }),
    callerHears: hears,
    losers: losers.map(({ reason, source, change }) => ({
      id: source.rule.sipDispatchRuleId,
      name: source.rule.name,
      place: exactPlaceOf(source),
      role: reason.role,
      verdict: reason.verdict,
      reason: reason.text,
      // Every one of the edits is needed.
      toWin: change && "steps" in change ? { allOf: change.steps } : undefined,
      cannotWin: change && "impossible" in change ? change.impossible : undefined,
    })),
    furtherLosers,
    trunks: explanation.trunks.map(({ trunk, role, text }) => ({
      id: trunk.sipTrunkId,
      name: trunk.name,
      role,
      reason: text,
    })),
    leftOut: question.leftOut,
    notes,
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}
