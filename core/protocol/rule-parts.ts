/** The parts of a rule that LiveKit looks at before it stores it, found in one pass. */
import { Kind, Layout, NONE, type JsonTree, type Node } from "../json/tree.ts";
import { FIELD_COUNT, fieldNamed, type Field } from "./schema.ts";

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

const enum Part {
  None,
  Id,
  Rule,
  Trunks,
  Callers,
  Numbers,
  Media,
}

/** Which part a field is, by its id. */
const partOf = new Uint8Array(FIELD_COUNT);
for (const fields of [FLAT, INFO]) {
  partOf[fields.rule.id] = Part.Rule;
  partOf[fields.trunks.id] = Part.Trunks;
  partOf[fields.callers.id] = Part.Callers;
}
partOf[INFO.id.id] = Part.Id;
partOf[INFO.numbers.id] = Part.Numbers;
partOf[INFO.media.id] = Part.Media;

/**
 * All in one pass: this runs for every rule on every keystroke.
 * @param info an object that was decoded as one of the two messages
 */
export function partsOf(tree: JsonTree, info: Node): RuleParts {
  const parts: RuleParts = { id: NONE, rule: NONE, trunks: NONE, callers: NONE, numbers: NONE, media: NONE };
  const { nodes } = tree;
  if ((nodes[info * Layout.Stride]! & Layout.KindBits) !== Kind.Object) return parts;
  const end = nodes[info * Layout.Stride + 3]!;
  for (let key = info + 1; key < end; key = nodes[key * Layout.Stride + Layout.NextKey]!) {
    const part = partOf[nodes[key * Layout.Stride + 3]!]! as Part;
    const value = key + 1;
    if (part === Part.None || (nodes[value * Layout.Stride]! & Layout.KindBits) === Kind.Null) continue;
    switch (part) {
      case Part.Rule:
        if (parts.rule === NONE) parts.rule = value;
        break;
      case Part.Trunks:
        parts.trunks = value;
        break;
      case Part.Callers:
        parts.callers = value;
        break;
      case Part.Numbers:
        parts.numbers = value;
        break;
      case Part.Media:
        parts.media = value;
        break;
      case Part.Id:
        parts.id = value;
        break;
    }
  }
  return parts;
}
