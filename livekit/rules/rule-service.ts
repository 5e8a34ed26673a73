/** The dispatch rules of a project: every call of LiveKit's SIP service on them. */
import type { Outcome } from "../outcome.ts";
import type { CallOptions, Transport } from "../transport.ts";
import { createRule, type CreatedRule } from "./create-rule.ts";
import type { DeployedRule } from "./deployed-rule.ts";
import { deleteRule, getRule, listRules, type RuleFilter } from "./list-rules.ts";
import { patchRule, replaceRule } from "./update-rule.ts";

export interface RuleService {
  /** Makes a rule of a document in any form that holds one. */
  create(document: string, options?: CallOptions): Promise<Outcome<CreatedRule>>;
  list(filter?: RuleFilter, options?: CallOptions): Promise<Outcome<readonly DeployedRule[]>>;
  get(id: string, options?: CallOptions): Promise<Outcome<DeployedRule>>;
  /** Puts the document's rule in the place of a stored one: what the document lacks is cleared. */
  replace(id: string, document: string, options?: CallOptions): Promise<Outcome<DeployedRule>>;
  /** @param update JSON text of a `SIPDispatchRuleUpdate`: what it lacks stays as it is */
  patch(id: string, update: string, options?: CallOptions): Promise<Outcome<DeployedRule>>;
  /** @returns the rule as it was */
  delete(id: string, options?: CallOptions): Promise<Outcome<DeployedRule>>;
}

export function createRuleService(transport: Transport): RuleService {
  return {
    create: (document, options) => createRule(transport, document, options),
    list: (filter, options) => listRules(transport, filter, options),
    get: (id, options) => getRule(transport, id, options),
    replace: (id, document, options) => replaceRule(transport, id, document, options),
    patch: (id, update, options) => patchRule(transport, id, update, options),
    delete: (id, options) => deleteRule(transport, id, options),
  };
}
