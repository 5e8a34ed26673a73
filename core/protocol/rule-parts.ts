/** The parts of a rule that LiveKit looks at before it stores it, found in one pass. */
import { Kind, NONE, STRIDE, type JsonTree, type Node } from "../json/tree.ts";
import { fieldNamed, type Field } from "./schema.ts";

/** The fields of a rule as its two messages spell them: bare in a create request, or as information. */
export interface RuleFields {
  readonly rule: Field;
  readonly trunks: Field;
  readonly callers: Field;
  readonly name: Field;
  readonly numbers?: Field;
  readonly media?: Field;
  readonly id?: Field;
}

function ruleFields(message: "CreateSIPDispatchRuleRequest" | "SIPDispatchRuleInfo"): RuleFields {
  return {
    rule: fieldNamed(`${message}.rule`),
    trunks: fieldNamed(`${message}.trunk_ids`),
    callers: fieldNamed(`${message}.inbound_numbers`),
    name: fieldNamed(`${message}.name`),
  };
}

export const FLAT = ruleFields("CreateSIPDispatchRuleRequest");
export const INFO = {
  ...ruleFields("SIPDispatchRuleInfo"),
  id: fieldNamed("SIPDispatchRuleInfo.sip_dispatch_rule_id"),
  numbers: fieldNamed("SIPDispatchRuleInfo.numbers"),
  media: fieldNamed("SIPDispatchRuleInfo.media"),
};

/** The values of a rule that LiveKit looks at before it stores it; `NONE` where absent or null. */
export interface RuleParts {
  id: Node;
  rule: Node;
  trunks: Node;
  callers: Node;
  numbers: Node;
  media: Node;
}

/** All in one pass: this runs for every rule on every keystroke. */
export function partsOf(tree: JsonTree, info: Node, fields: RuleFields): RuleParts {
  const parts: RuleParts = { id: NONE, rule: NONE, trunks: NONE, callers: NONE, numbers: NONE, media: NONE };
  const { nodes } = tree;
  if ((nodes[info * STRIDE]! & 0xff) !== Kind.Object) return parts;
  const end = nodes[info * STRIDE + 3]!;
  for (let key = info + 1; key < end; key = nodes[key * STRIDE + STRIDE + 3]!) {
    const value = key + 1;
    if ((nodes[value * STRIDE]! & 0xff) === Kind.Null) continue;
    switch (nodes[key * STRIDE + 3]) {
      case fields.rule.id:
        if (parts.rule === NONE) parts.rule = value;
        break;
      case fields.trunks.id:
        parts.trunks = value;
        break;
      case fields.callers.id:
        parts.callers = value;
        break;
      case fields.numbers?.id:
        parts.numbers = value;
        break;
      case fields.media?.id:
        parts.media = value;
        break;
      case fields.id?.id:
        parts.id = value;
        break;
      default:
    }
  }
  return parts;
}
