/** Rules that may be stored without being held against themselves: those that replace a stored one. */
import type { RuleDocument } from "../../document.ts";
import { textOf } from "../../protocol/fields.ts";
import { fieldNamed } from "../../protocol/schema.ts";

const ID = fieldNamed("SIPDispatchRuleInfo.sip_dispatch_rule_id");

/**
 * Whether the server may not look at what the rule lists: it holds an update only against the rules that it lists
 * for the updated rule's trunks, with the rule itself among them only if it had such a trunk before.
 */
export function isStoredUnchecked({ plan, tree }: RuleDocument): boolean {
  if (plan?.form !== "accepts") return false;
  switch (plan.reader) {
    case "lk-update":
    case "api-update":
      return true;
    case "info":
      return textOf(tree, 0, ID) !== "";
    default:
      return false;
  }
}
