/** The stored rules that LiveKit reads for some trunks (`ListSIPDispatchRuleRequest.Filter`, livekit/sip.go). */
import { compareBytes } from "../byte-order.ts";
import type { DispatchRule } from "../types.ts";

/**
 * @param trunkIds rules on one of these or on none are read; with no id at all every rule is
 * @returns them in the order of the store, by id
 */
export function listedRules(rules: readonly DispatchRule[], trunkIds: readonly string[]): DispatchRule[] {
  const wanted = new Set(trunkIds);
  return rules
    .filter((rule) => isListed(rule, wanted))
    .sort((a, b) => compareBytes(a.sipDispatchRuleId ?? "", b.sipDispatchRuleId ?? ""));
}

function isListed({ trunkIds }: DispatchRule, wanted: ReadonlySet<string>): boolean {
  if (wanted.size === 0 || !trunkIds?.length) return true;
  return trunkIds.some((id) => wanted.has(id));
}
