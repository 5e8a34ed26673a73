/** Why a call came to its rule, rule by rule. */
import { compareBytes } from "../byte-order.ts";
import { rulesRead, type RouteInput, type Step } from "../route.ts";
import { matchRules, type Entry, type RuleVerdict } from "../rule/rule-match.ts";
import type { RuleFault } from "../rule/rule-validator.ts";
import { sameNumber } from "../trunk/judge-trunk.ts";
import type { DispatchRule, InboundTrunk, IncomingCall } from "../types.ts";
import { beatenText } from "./beaten.ts";
import { ruleName, value, values } from "./names.ts";

export interface RuleReason {
  readonly rule: DispatchRule;
  /**
   * `ends`: the evaluation stops at it with an error; `not-reached`: it had stopped before; `not-read`: it lists
   * other trunks than the one that took the call.
   */
  readonly role: "wins" | "beaten" | "out" | "ends" | "not-reached" | "not-read";
  /** Where LiveKit's filter let it fall or kept it; absent where it was not asked. */
  readonly verdict?: RuleVerdict;
  /** The rule that goes first, or that it clashes with. */
  readonly other?: DispatchRule;
  readonly text: string;
}

/** @returns a reason for every rule: first those that LiveKit reads, in its order */
export function ruleReasons(input: RouteInput, trunk: InboundTrunk | undefined, step: Step): RuleReason[] {
  const read = rulesRead(input.rules, trunk);
  const verdicts: RuleVerdict[] = [];
  const { fault } = matchRules(read, trunk, input.call, step, (_rule, verdict) => verdicts.push(verdict));
  const reasons = read.map((rule, index): RuleReason => {
    const verdict = verdicts[index];
    if (verdict) return judged(rule, verdict, input.call, step);
    return fault?.rule === rule && index === verdicts.length ? ended(rule, fault) : notReached(rule, fault);
  });
  const seen = new Set(read);
  const others = input.rules
    .filter((rule) => !seen.has(rule))
    .sort((a, b) => compareBytes(a.sipDispatchRuleId ?? "", b.sipDispatchRuleId ?? ""));
  return [...reasons, ...others.map((rule) => unread(rule, trunk))];
}

function judged(rule: DispatchRule, verdict: RuleVerdict, call: IncomingCall, step: Step): RuleReason {
  if (verdict !== "wildcard" && verdict !== "specific")
    return { rule, role: "out", verdict, text: outText(rule, verdict, call) };
  if (rule === step.rule) return { rule, role: "wins", verdict, text: winText(rule, verdict, step) };
  const winner = step.rule;
  if (!winner)
    return { rule, role: "not-reached", verdict, text: "It fits, but the evaluation ended in an error." };
  return { rule, role: "beaten", verdict, other: winner, text: beatenText(rule, winner) };
}

function winText(rule: DispatchRule, verdict: RuleVerdict, entry: Entry): string {
  const how =
    verdict === "wildcard" ? "It lists no trunk, so it is for every call" : "It lists the trunk of the call";
  const asked = entry.pin === "" && !entry.noPin ? "" : ", and it fits what the caller entered";
  return `${how}${asked}; of the rules that fit, ${ruleName(rule)} goes first.`;
}

function outText(rule: DispatchRule, verdict: RuleVerdict, call: IncomingCall): string {
  switch (verdict) {
    case "inbound-number":
      return numberText("From", call.from, "inbound_numbers", rule.inboundNumbers ?? [], {
        number: call.to,
        text: "is the called number; that belongs in `numbers`",
      });
    case "called-number":
      return numberText("To", call.to, "numbers", rule.numbers ?? [], {
        number: call.from,
        text: "is the calling number; that belongs in `inbound_numbers`",
      });
    case "has-pin":
      return "The caller pressed only `#`; the rule has a PIN.";
    case "no-pin":
      return "The caller entered a PIN; the rule has none, and LiveKit does not fall back to open rules.";
    case "other-pin":
      return "The caller entered another PIN.";
    case "no-trunk":
      return `It lists trunks (${values(rule.trunkIds ?? [])}), and no trunk took the call.`;
    default:
      return `It lists other trunks (${values(rule.trunkIds ?? [])}) than the one that took the call.`;
  }
}

/** @param swapped the number of the other side, which is easily put into the wrong list */
function numberText(
  header: string,
  number: string,
  field: string,
  entries: readonly string[],
  swapped: { readonly number: string; readonly text: string },
): string {
  const near = sameNumber(entries, number);
  if (near !== undefined)
    return `${header} is ${value(number)}; the rule says ${value(near)}; LiveKit compares byte for byte.`;
  const wrong = sameNumber(entries, swapped.number);
  const lack = `${header} is ${value(number)}; \`${field}\` (${values(entries)}) lacks it.`;
  return wrong === undefined ? lack : `${lack} ${value(wrong)} ${swapped.text}.`;
}

function ended(rule: DispatchRule, { other }: RuleFault): RuleReason {
  if (!other)
    return {
      rule,
      role: "ends",
      text: "It has no kind, and LiveKit stops at it with an error, for every call.",
    };
  const whom = other === rule ? "itself: it says something twice" : ruleName(other);
  const text = `It claims the same PIN, trunk and numbers as ${whom}. LiveKit stops there with an error, whether or not the call concerns either.`;
  return { rule, role: "ends", other, text };
}

function notReached(rule: DispatchRule, fault: RuleFault | undefined): RuleReason {
  const before = fault ? ` at ${ruleName(fault.rule)}` : "";
  return { rule, role: "not-reached", text: `LiveKit stopped before it${before}.` };
}

function unread(rule: DispatchRule, trunk: InboundTrunk | undefined): RuleReason {
  const text = `It lists other trunks (${values(rule.trunkIds ?? [])}) than ${value(trunk?.sipTrunkId ?? "")}, which took the call.`;
  return { rule, role: "not-read", text };
}
