/** What it means that the HTTP API passes over what it does not know. */
import type { RuleDocument } from "../../document.ts";
import type { Field } from "../../protocol/schema.ts";
import { ignoresUnknown } from "../../protocol/verdict.ts";
import type { RuleView } from "../../rules/rule-view.ts";
import { isHuge } from "./huge.ts";
import { Kind } from "../../json/tree.ts";

const FILTERS = ["trunk_ids", "inbound_numbers", "numbers"];

/** Whether the document's reader passes over it without a word. */
export function isDropped({ plan }: RuleDocument): boolean {
  return plan !== undefined && plan.reader !== "list" && ignoresUnknown(plan.reader);
}

/** A sentence with a blank in front, or nothing where LiveKit refuses. @param field what was meant */
export function droppedSentence(document: RuleDocument, rule: RuleView | undefined, field?: Field): string {
  if (!isDropped(document)) return "";
  if (!rule || !field || !FILTERS.includes(field.name) || isHuge(rule.tree, rule.node))
    return " The API drops it without a word.";
  return ` The API drops it without a word, and the rule catches ${caught(rule, field)}.`;
}

function caught(rule: RuleView, field: Field): string {
  const others = FILTERS.filter((name) => name !== field.name).some((name) => {
    const list = rule.get(name);
    return list && rule.tree.kind(list.value) === Kind.Array && rule.tree.next(list.value) > list.value + 1;
  });
  return others ? "more calls than it should" : "every call";
}
