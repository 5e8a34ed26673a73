/** Why one of two rules that both fit goes first. */
import { comparePriority, rulePriority, tieBreaker } from "../rule/priority.ts";
import { kindOf } from "../rule/rule-kind.ts";
import type { DispatchRule } from "../types.ts";
import { ruleName, value } from "./names.ts";

/** @param winner fits as well and goes first */
export function beatenText(rule: DispatchRule, winner: DispatchRule): string {
  const start = `It fits, but ${ruleName(winner)} goes first: `;
  if (!rule.trunkIds?.length && winner.trunkIds?.length)
    return `${start}that one lists the trunk of the call and this one lists none, which counts before everything else.`;
  if (rulePriority(winner) !== rulePriority(rule)) return `${start}${priorityText(rule, winner)}.`;
  if (comparePriority(winner, rule) === 0)
    return `${start}both weigh the same, also by their room, and LiveKit reads that one first.`;
  return `${start}both weigh the same, so the room decides, byte by byte, and ${value(tieBreaker(winner))} comes before ${value(tieBreaker(rule))}.`;
}

/** What LiveKit weighs, the heaviest first. */
function priorityText(rule: DispatchRule, winner: DispatchRule): string {
  const [mine, others] = [listsOf(rule), listsOf(winner)];
  if (mine !== others)
    return `it lists ${describeLists(winner)} and this one ${describeLists(rule)} (each of the two lists counts the same)`;
  const [kind, winningKind] = [kindOf(rule), kindOf(winner)];
  if ((kind?.pin === "") !== (winningKind?.pin === ""))
    return "it has a PIN and this one is open, and a PIN goes first: it prompts every caller";
  return `it is ${article(winningKind?.kind)} rule and this one ${article(kind?.kind)} rule (direct, then individual, then callee)`;
}

function listsOf({ inboundNumbers, numbers }: DispatchRule): number {
  return (inboundNumbers?.length ? 1 : 0) + (numbers?.length ? 1 : 0);
}

function describeLists({ inboundNumbers, numbers }: DispatchRule): string {
  if (inboundNumbers?.length && numbers?.length) return "calling and called numbers";
  if (inboundNumbers?.length) return "calling numbers";
  return numbers?.length ? "called numbers" : "no numbers";
}

function article(kind: string | undefined): string {
  return kind === "individual" ? "an individual" : `a ${kind ?? "broken"}`;
}
