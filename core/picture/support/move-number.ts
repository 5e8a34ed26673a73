/** Numbers of a rule that go from one list to the other, or get another spelling. */
import { removeChild } from "../../fixes.ts";
import type { Node } from "../../json/tree.ts";
import type { Edit } from "../../problem.ts";
import type { RuleView } from "../../rules/rule-view.ts";
import { addToList } from "./add-to-list.ts";

/**
 * The edits that take an entry out of `inbound_numbers` and put it at the end of `numbers`.
 * @returns `undefined` where the message has no `numbers`: the API's older form
 */
export function moveToNumbers(view: RuleView, item: Node, number: string): Edit[] | undefined {
  const callers = view.get("inbound_numbers");
  const added = callers && addToList(view, "numbers", [number]);
  if (!added) return undefined;
  const taken = removeChild(view.tree, callers.value, item);
  return added.start < taken.end && added.end > taken.start ? undefined : [taken, added];
}
