/** Which deployed rule a file says it is about. */
import type { RuleDocument } from "../../core/document.ts";
import { readJson } from "../../core/json/reader.ts";
import { textMember } from "./deployed-rule.ts";

/** The id of the rule, or of the update request around it; empty for none. */
export function idInFile({ text, rules }: RuleDocument): string {
  const [rule] = rules;
  const ofRule = rule ? textMember(rule.tree, rule.node, "sip_dispatch_rule_id", "sipDispatchRuleId") : "";
  return ofRule === "" ? textMember(readJson(text), 0, "sip_dispatch_rule_id", "sipDispatchRuleId") : ofRule;
}
