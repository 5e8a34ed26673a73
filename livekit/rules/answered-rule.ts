/** The rule that a call answers with. */
import type { JsonTree } from "../../core/json/tree.ts";
import { failed, type Outcome } from "../outcome.ts";
import { deployedRule, type DeployedRule } from "./deployed-rule.ts";

/** An answer without a rule in it is none of LiveKit's; what the call was to do may be done. */
export function answeredRule(answer: Outcome<JsonTree>): Outcome<DeployedRule> {
  if (!answer.ok) return answer;
  const rule = deployedRule(answer.value, 0);
  if (rule) return { ok: true, value: rule };
  return failed({ kind: "protocol", reason: "unexpected", status: 200, effect: "unknown" });
}

/** The part of a call that all calls on rules share. */
export function ruleCall(method: string) {
  return { service: "SIP", method, grant: { name: "sip.admin" } } as const;
}
