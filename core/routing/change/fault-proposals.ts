/** Edits that may take away what ends the evaluation with an error, whether or not it concerns the call. */
import type { RuleFault } from "../rule/rule-validator.ts";
import type { RouteEdit } from "./edits.ts";
import { narrowed, pinEdits, released } from "./rule-edits.ts";
import { placeOfRule, type Situation } from "./situation.ts";

/** Of a rule that is given a kind: LiveKit's own documentation uses it. */
const ROOM_PREFIX = "call-";

export function faultProposals(situation: Situation, { rule, other, claim }: RuleFault): RouteEdit[] {
  const { call, target } = situation;
  const position = placeOfRule(situation, rule);
  if (!other)
    return rule === target.value
      ? [{ kind: "set-kind", rule: position, roomPrefix: ROOM_PREFIX }]
      : [{ kind: "remove-rule", rule: position }];
  if (rule === other) return [{ kind: "remove-repeats", rule: position, keep: [call.from, call.to] }];
  return [rule, other].flatMap((one): RouteEdit[] => {
    const place = placeOfRule(situation, one);
    const isTarget = one === target.value;
    const parted = claim
      ? [
          ...released(one, place, "inboundNumbers", claim.inboundNumber, isTarget ? call.from : undefined),
          ...released(one, place, "numbers", claim.number, isTarget ? call.to : undefined),
          ...released(
            one,
            place,
            "trunkIds",
            claim.trunkId,
            isTarget ? situation.outcome.trunk.trunk?.sipTrunkId : undefined,
          ),
        ]
      : [];
    return isTarget
      ? [...parted, ...narrowed(situation), ...pinEdits(situation)]
      : [...parted, { kind: "remove-rule", rule: place }];
  });
}
