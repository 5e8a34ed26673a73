/** In which order rules stand, and which of them stand there at all. Imports no editor. */
import { agentNames } from "../../../core/routing/answer/agent-names.ts";
import type { DeployedPicture, RulePicture } from "../../deployed/rule-picture.ts";
import { roomPattern, trunkLabel } from "../../deployed/rule-words.ts";

export const RULE_ORDERS = ["tried", "name", "room", "newest"] as const;
export type RuleOrder = (typeof RULE_ORDERS)[number];

export const ORDER_WORDS: Readonly<Record<RuleOrder, { readonly label: string; readonly detail: string }>> = {
  tried: { label: "As LiveKit tries them", detail: "Of two rules that a call fits, the upper one takes it." },
  name: { label: "By name", detail: "Rules without a name come last." },
  room: { label: "By room", detail: "By room name or prefix." },
  newest: { label: "Newest first", detail: "By the time of creation, where the server says it." },
};

export function isRuleOrder(value: unknown): value is RuleOrder {
  return RULE_ORDERS.some((order) => order === value);
}

export function inOrder(rules: readonly RulePicture[], order: RuleOrder): readonly RulePicture[] {
  switch (order) {
    case "tried":
      return rules;
    case "name":
      return rules.toSorted(
        (a, b) => Number(a.deployed.name === "") - Number(b.deployed.name === "") || byName(a, b),
      );
    case "room":
      return rules.toSorted(
        (a, b) => collator.compare(a.kind?.room ?? "", b.kind?.room ?? "") || byName(a, b),
      );
    case "newest":
      return rules.toSorted(
        (a, b) => compareTexts(b.rule.createdAt ?? "", a.rule.createdAt ?? "") || byName(a, b),
      );
  }
}

const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

function byName(a: RulePicture, b: RulePicture): number {
  return collator.compare(a.deployed.name, b.deployed.name) || compareTexts(a.deployed.id, b.deployed.id);
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Every word of the filter has to stand somewhere in the rule: in name, id, kind, room, numbers, agents, or the name
 * or id of a trunk. Case does not count.
 */
export function filterRules(
  rules: readonly RulePicture[],
  filter: string,
  trunks: DeployedPicture["trunks"],
): readonly RulePicture[] {
  const words = filter
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  if (words.length === 0) return rules;
  return rules.filter((picture) => {
    const text = searchText(picture, trunks);
    return words.every((word) => text.includes(word));
  });
}

function searchText({ deployed, rule, kind }: RulePicture, trunks: DeployedPicture["trunks"]): string {
  const trunkIds = rule.trunkIds ?? [];
  return [
    deployed.name,
    deployed.id,
    ...(kind ? [kind.kind, roomPattern(kind)] : []),
    ...trunkIds,
    ...trunkIds.map((id) => trunkLabel(id, trunks)),
    ...(rule.numbers ?? []),
    ...(rule.inboundNumbers ?? []),
    ...agentNames(rule.roomConfig),
  ]
    .join("\n")
    .toLowerCase();
}
