/** `--item`: which rule of a list is meant. */
import type { RuleDocument } from "../../core/document.ts";
import { Kind } from "../../core/json/tree.ts";
import { UsageError } from "../command.ts";
import { visible } from "../../core/text/visible.ts";

/** @param item a number from 1, or the id of a rule; returns the place in the list from 0 */
export function chooseItem(document: RuleDocument, item: string): number {
  const { tree } = document;
  if (/^[1-9]\d{0,8}$/.test(item)) return Number(item) - 1;
  const rule = document.rules.find((candidate) => candidate.text("sip_dispatch_rule_id") === item);
  if (!rule) throw new UsageError(`The list has no rule with the id "${visible(item)}".${idsOf(document)}`);
  const list = tree.kind(0) === Kind.Array ? 0 : lastItems(document);
  return tree.children(list).indexOf(rule.node);
}

function lastItems({ tree }: RuleDocument): number {
  const keys = tree.children(0).filter((key) => tree.stringValue(key) === "items");
  return (keys.at(-1) ?? 0) + 1;
}

function idsOf({ rules }: RuleDocument): string {
  const ids = rules.map((rule) => visible(rule.text("sip_dispatch_rule_id"))).filter((id) => id !== "");
  if (ids.length === 0) return " Its rules have no ids; choose one by its number.";
  return ` It has: ${ids.slice(0, 20).join(", ")}${ids.length > 20 ? ", ..." : ""}.`;
}
