/** LiveKit's own text of an error: rules go by names of ours in sentences, and by their own in what LiveKit says. */
import { conflictText } from "../../protocol/self-conflict.ts";
import type { RuleFault } from "../rule/rule-validator.ts";
import type { DispatchRule, Fault } from "../types.ts";
import type { SourcedRule } from "../sourced-rule.ts";

export function faultText(
  fault: Fault | RuleFault | undefined,
  sources: ReadonlyMap<DispatchRule, SourcedRule>,
): string | undefined {
  if (!fault) return undefined;
  const other = "other" in fault ? sources.get(fault.other)?.rule : undefined;
  return other ? conflictText(other.sipDispatchRuleId ?? "", other.name ?? "") : fault.text;
}
