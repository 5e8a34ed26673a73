/** `subject -- route`: which trunk and rule take a call, and where it ends. */
import { readCall, readRule, readTrunk } from "../../core/routing/input/read.ts";
import { routeCall, type RouteOptions, type Step } from "../../core/routing/route.ts";

interface RouteQuestion extends RouteOptions {
  id: unknown;
  trunks?: unknown[];
  rules?: unknown[];
  call?: unknown;
}

export function routeAnswer(question: RouteQuestion): object {
  const outcome = routeCall(
    {
      trunks: (question.trunks ?? []).map((trunk) => readTrunk(trunk).value),
      rules: (question.rules ?? []).map((rule) => readRule(rule).value),
      call: readCall(question.call ?? {}).value,
    },
    question,
  );
  const { trunk, answer } = outcome;
  const last = outcome.steps.at(-1);
  const isSent = outcome.ok && last?.cutApart === undefined;
  return {
    id: question.id,
    ok: outcome.ok,
    stage: outcome.stage,
    error: outcome.fault?.text,
    trunk: { id: trunk.trunk ? (trunk.trunk.sipTrunkId ?? "") : null, match: trunk.match },
    pinRequested: outcome.pinRequested,
    result: outcome.result,
    rule: ruleId(outcome.rule),
    room: isSent ? answer?.roomName : undefined,
    identity: isSent ? answer?.participantIdentity : undefined,
    steps: outcome.steps.map(stepAnswer),
  };
}

function stepAnswer(step: Step): object {
  return {
    pin: step.pin === "" ? undefined : step.pin,
    noPin: step.noPin ? true : undefined,
    result: step.result,
    rule: ruleId(step.rule),
    code: step.fault?.code,
    error: step.fault?.text,
    response: step.cutApart === undefined ? step.answer : unsendable(step.cutApart),
  };
}

function ruleId(rule: Step["rule"]): string | null {
  return rule ? (rule.sipDispatchRuleId ?? "") : null;
}

/** What LiveKit's own JSON writer says of an answer whose text is cut in the middle of a character. */
function unsendable(field: string): string {
  return `cannot marshal: proto: field rpc.EvaluateSIPDispatchRulesResponse.${field} contains invalid UTF-8`;
}
