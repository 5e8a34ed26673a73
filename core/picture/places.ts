/** Where things of a rule stand in its file. */
import { rangeOf } from "../document.ts";
import type { Node } from "../json/tree.ts";
import type { RelatedPlace } from "../problem.ts";
import type { RuleView } from "../rules/rule-view.ts";
import type { PictureFile, PictureRule, RuleInFile } from "./origin.ts";

export type ListName = "trunk_ids" | "inbound_numbers" | "numbers";

export function viewOf({ file, index }: RuleInFile): RuleView {
  // The reading of one text always has the same rules.
  return file.document().rules[index]!;
}

/** The key of the rule's kind, which stands for the rule where nothing in it is more to the point. */
export function kindPlace(view: RuleView): Node {
  return view.kind?.key ?? view.get("rule")?.key ?? view.node;
}

export function pinPlace(view: RuleView): Node {
  return view.kind?.pin?.value ?? kindPlace(view);
}

export function roomPlace(view: RuleView): Node {
  return view.kind?.room?.value ?? kindPlace(view);
}

export function itemPlace(view: RuleView, list: ListName, value: string): Node | undefined {
  return view.strings(list).find((item) => item.value === value)?.node;
}

/** A rule as a place beside the problem of another one. @param message a sentence */
export function relatedRule(
  other: PictureRule,
  message: string,
  from: PictureFile,
  place: (view: RuleView) => Node = kindPlace,
): RelatedPlace {
  if (other.origin === "deployed") {
    const { sipDispatchRuleId: id = "" } = other.rule;
    const { uri } = other;
    return { start: 0, end: 0, message, deployed: { id, ...(uri !== undefined && { uri }) } };
  }
  const view = viewOf(other);
  const range = rangeOf(view.tree, place(view));
  const { uri, text } = other.file;
  return { ...range, message, ...(uri !== from.uri && { document: { uri, text } }) };
}
