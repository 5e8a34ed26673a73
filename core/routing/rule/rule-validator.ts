/** Rules held against each other, one after the other (`DispatchRuleValidator`, livekit/protocol, sip/sip.go). */
import { conflictText } from "../../protocol/self-conflict.ts";
import type { DispatchRule, Fault } from "../types.ts";
import { claimKeys, claimsOf, type Claim } from "./claims.ts";
import { comparePriority } from "./priority.ts";
import { kindOf, UNSUPPORTED } from "./rule-kind.ts";

/** Why a rule cannot stand beside those before it. */
export interface RuleFault extends Fault {
  readonly rule: DispatchRule;
  /** The earlier rule that claims the same; the rule itself when it says something twice. Absent: it has no kind. */
  readonly other?: DispatchRule;
  readonly claim?: Claim;
}

export class RuleValidator {
  private readonly owners = new Map<string, DispatchRule>();

  /** Takes a rule in, or says why it cannot be. LiveKit stops there. */
  add(rule: DispatchRule): RuleFault | undefined {
    if (!kindOf(rule)) return { ...UNSUPPORTED, rule };
    const keys = claimKeys(rule);
    for (const [index, key] of keys.entries()) {
      const other = this.owners.get(key);
      if (other) return conflict(rule, other, [...claimsOf(rule)][index]);
      this.owners.set(key, rule);
    }
    return undefined;
  }
}

function conflict(rule: DispatchRule, other: DispatchRule, claim: Claim | undefined): RuleFault {
  const text = conflictText(other.sipDispatchRuleId ?? "", other.name ?? "");
  return { code: "invalid_argument", text, rule, other, ...(claim && { claim }) };
}

/** `ValidateDispatchRulesIter`: the first fault of the rules in this order, or the best of them. */
export function validateRules(rules: Iterable<DispatchRule>): {
  readonly fault?: RuleFault;
  readonly best?: DispatchRule;
} {
  const validator = new RuleValidator();
  let best: DispatchRule | undefined;
  for (const rule of rules) {
    const fault = validator.add(rule);
    if (fault) return { fault };
    if (!best || comparePriority(rule, best) < 0) best = rule;
  }
  return best ? { best } : {};
}
