/** The open rules whose callers a rule with a PIN asks as well. Imports no editor. */
import { listsMeet } from "../../../core/picture/support/overlap.ts";
import { kindOf } from "../../../core/routing/rule/rule-kind.ts";
import type { DispatchRule } from "../../../core/routing/types.ts";
import { compareTried } from "../../deployed/rule-picture.ts";
import { messageText } from "../../live/safe-text.ts";
import { firstLines, ruleTitle } from "../words.ts";

const MOST_NAMED = 5;

/** @returns a line that begins with `Warning:` where there is any */
export function promptedLines(rule: DispatchRule, deployed: readonly DispatchRule[]): string[] {
  const prompted = promptedRules(rule, deployed);
  if (prompted.length === 0) return [];
  const titles = prompted.map(({ sipDispatchRuleId = "", name = "" }) =>
    ruleTitle({ id: sipDispatchRuleId, name }),
  );
  const calls =
    isOpen(rule.numbers) && isOpen(rule.inboundNumbers) ? "callers" : "callers with these numbers";
  return [
    `Warning: ${calls} of ${messageText(firstLines(titles, MOST_NAMED).join(", "), 400)} are asked for this PIN first; only # alone leads on. Give this rule a number or a trunk of its own to prevent that`,
  ];
}

/** Of two rules that fit a call LiveKit takes the better one, and asks for its PIN. */
export function promptedRules(
  rule: DispatchRule,
  deployed: readonly DispatchRule[],
): readonly DispatchRule[] {
  if ((kindOf(rule)?.pin ?? "") === "") return [];
  return deployed.filter(
    (other) =>
      kindOf(other)?.pin === "" &&
      compareTried(rule, other) < 0 &&
      listsMeet(rule.trunkIds, other.trunkIds) &&
      listsMeet(rule.numbers, other.numbers) &&
      listsMeet(rule.inboundNumbers, other.inboundNumbers),
  );
}

function isOpen(list: readonly string[] | undefined): boolean {
  return !list?.length;
}
