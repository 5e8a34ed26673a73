/** Reading and deleting stored rules. */
import { failed, type Outcome } from "../outcome.ts";
import { itemsOf, listAll } from "../list-all.ts";
import type { CallOptions, Transport } from "../transport.ts";
import { answeredRule, ruleCall } from "./answered-rule.ts";
import { deployedRule, type DeployedRule } from "./deployed-rule.ts";

/** Both must hold; an empty list filters nothing. */
export interface RuleFilter {
  readonly ids?: readonly string[];
  /** Rules on one of these trunks, and rules for all trunks. */
  readonly trunkIds?: readonly string[];
}

export function listRules(
  transport: Transport,
  { ids = [], trunkIds = [] }: RuleFilter = {},
  options?: CallOptions,
): Promise<Outcome<readonly DeployedRule[]>> {
  const request = {
    ...(ids.length > 0 && { dispatch_rule_ids: ids }),
    ...(trunkIds.length > 0 && { trunk_ids: trunkIds }),
  };
  return listAll(transport, { ...ruleCall("ListSIPDispatchRule"), request, read: deployedRule }, options);
}

/** LiveKit has no call for one rule: it is a list of one. */
export async function getRule(
  transport: Transport,
  id: string,
  options?: CallOptions,
): Promise<Outcome<DeployedRule>> {
  const body = JSON.stringify({ dispatch_rule_ids: [id] });
  const answer = await transport({ ...ruleCall("ListSIPDispatchRule"), body, writes: false }, options);
  if (!answer.ok) return answer;
  for (const item of itemsOf(answer.value, "items")) {
    const rule = deployedRule(answer.value, item);
    if (rule?.id === id) return { ok: true, value: rule };
  }
  return failed({ kind: "notFound", what: "dispatch rule", id });
}

export async function deleteRule(
  transport: Transport,
  id: string,
  options?: CallOptions,
): Promise<Outcome<DeployedRule>> {
  const body = JSON.stringify({ sip_dispatch_rule_id: id });
  const subject = { what: "dispatch rule", id };
  return answeredRule(
    await transport({ ...ruleCall("DeleteSIPDispatchRule"), body, writes: true, subject }, options),
  );
}
