/** Edits that may help a rule over what it falls at. The search in `smallest-change.ts` tries them. */
import { numberKey } from "../number-key.ts";
import { rulesRead, type Step } from "../route.ts";
import { judgeRule } from "../rule/rule-match.ts";
import { sameNumber } from "../trunk/judge-trunk.ts";
import type { DispatchRule } from "../types.ts";
import type { RouteEdit, RuleList } from "./edits.ts";
import { faultProposals } from "./fault-proposals.ts";
import { narrowed, pinEdits, released } from "./rule-edits.ts";
import { placeOfRule, type Situation } from "./situation.ts";
import { openTrunks, severalTrunks } from "./trunk-proposals.ts";

/** @returns none where no edit of a rule or trunk can help: the source address of the call is no address */
export function proposals(situation: Situation): RouteEdit[] {
  const { outcome } = situation;
  if (outcome.stage === "trunk") return outcome.trunk.judged.length > 0 ? severalTrunks(situation) : [];
  const step = outcome.steps.at(-1);
  if (!step) return [];
  const { fault } = step;
  return fault && "rule" in fault ? faultProposals(situation, fault) : filterProposals(situation, step);
}

function filterProposals(situation: Situation, step: Step): RouteEdit[] {
  const { target, call, outcome } = situation;
  const { value: rule, position } = target;
  const { trunk } = outcome.trunk;
  const isRead = rulesRead([rule], trunk).length > 0;
  switch (isRead ? judgeRule(rule, trunk, call, step) : "other-trunk") {
    case "inbound-number":
    case "called-number":
      return [
        ...numberEdits(rule, position, "inboundNumbers", call.from, "numbers", call.to),
        ...numberEdits(rule, position, "numbers", call.to, "inboundNumbers", call.from),
      ];
    case "has-pin":
    case "no-pin":
    case "other-pin":
      return pinEdits(situation);
    case "no-trunk":
      return [...openTrunks(situation), { kind: "clear-list", rule: position, list: "trunkIds" }];
    case "other-trunk":
      return [
        { kind: "add-entry", rule: position, list: "trunkIds", entry: trunk?.sipTrunkId ?? "" },
        { kind: "clear-list", rule: position, list: "trunkIds" },
      ];
    default:
      return step.rule ? beatenProposals(situation, step.rule) : [];
  }
}

/** @param other the list for the number of the other side, which may stand here by mistake */
function numberEdits(
  rule: DispatchRule,
  position: number,
  list: RuleList,
  number: string,
  other: RuleList,
  otherNumber: string,
): RouteEdit[] {
  const entries = rule[list] ?? [];
  if (entries.length === 0 || entries.includes(number)) return [];
  const near = sameNumber(entries, number);
  const swapped = sameNumber(entries, otherNumber);
  return [
    ...(near === undefined
      ? []
      : [{ kind: "replace-entry", rule: position, list, old: near, entry: number } as const]),
    ...(swapped === undefined
      ? []
      : [
          {
            kind: "move-entry",
            rule: position,
            from: list,
            to: other,
            old: swapped,
            entry: otherNumber,
          } as const,
        ]),
    { kind: "add-entry", rule: position, list, entry: number },
    { kind: "clear-list", rule: position, list },
  ];
}

function beatenProposals(situation: Situation, winner: DispatchRule): RouteEdit[] {
  const { call } = situation;
  const place = placeOfRule(situation, winner);
  return [
    ...narrowed(situation),
    ...pinEdits(situation),
    ...released(winner, place, "numbers", numberKey(call.to)),
    ...released(winner, place, "inboundNumbers", numberKey(call.from)),
    { kind: "remove-rule", rule: place },
  ];
}
