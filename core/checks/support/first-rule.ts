/**
 * The two kinds that most rules have, for rules that have none. Only where the text is JSON: it is not certain
 * otherwise what the rule has.
 */
import { insertMember, replaceNode, suggestedFix } from "../../fixes.ts";
import { NONE, type JsonTree, type Node } from "../../json/tree.ts";
import type { Edit, Fix } from "../../problem.ts";
import { keyOf } from "../../protocol/fields.ts";
import { fieldNamed, type Field } from "../../protocol/schema.ts";
import { spell, spellingNear } from "./spelling.ts";

const INDIVIDUAL = fieldNamed("SIPDispatchRule.dispatch_rule_individual");
const PREFIX = fieldNamed("SIPDispatchRuleIndividual.room_prefix");
const DIRECT = fieldNamed("SIPDispatchRule.dispatch_rule_direct");
const NAME = fieldNamed("SIPDispatchRuleDirect.room_name");

/** The values are those of LiveKit's documentation. */
const CHOICES = [
  { title: "Add a room for each caller", kind: INDIVIDUAL, room: PREFIX, value: "call-" },
  { title: "Add one room for all callers", kind: DIRECT, room: NAME, value: "open-room" },
];

/** @param rule the `rule` object that has no kind */
export function addKind(tree: JsonTree, rule: Node): Fix[] {
  if (tree.problems.length > 0) return [];
  const spelling = spellingNear(tree, rule);
  return CHOICES.map(({ title, kind, room, value }) => {
    const name = spell(kind, spelling);
    const inner = `{"${spell(room, spelling)}": "${value}"}`;
    const empty = keyOf(tree, rule, kind);
    const edit = empty === NONE ? insertMember(tree, rule, name, inner) : replaceNode(tree, empty + 1, inner);
    return suggestedFix(title, edit);
  });
}

/** @param field `rule` in the message as which `info` is read */
export function addRule(tree: JsonTree, info: Node, field: Field): Fix[] {
  if (tree.problems.length > 0) return [];
  const spelling = spellingNear(tree, info);
  return CHOICES.map(({ title, kind, room, value }) => {
    const inner = `{"${spell(kind, spelling)}": {"${spell(room, spelling)}": "${value}"}}`;
    const empty = keyOf(tree, info, field);
    const edit: Edit =
      empty === NONE ? insertMember(tree, info, "rule", inner) : replaceNode(tree, empty + 1, inner);
    return suggestedFix(title, edit);
  });
}
