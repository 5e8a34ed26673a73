/** What a rule shall have in one of its lists as well. */
import { insertMember, insertText, replaceNode } from "../../fixes.ts";
import { spell, spellingNear } from "../../checks/support/spelling.ts";
import { quoteString } from "../../json/strings.ts";
import { Kind, NONE } from "../../json/tree.ts";
import type { Edit } from "../../problem.ts";
import { keyOf } from "../../protocol/fields.ts";
import type { RuleView } from "../../rules/rule-view.ts";
import type { ListName } from "../places.ts";

/**
 * @returns the edit that puts strings at the end of a list; `undefined` where that is no list, or the message has
 * none of this name
 */
export function addToList(view: RuleView, name: ListName, strings: readonly string[]): Edit | undefined {
  const { tree, message, node } = view;
  const field = message.fields.find((each) => each.name === name);
  if (!field) return undefined;
  const entries = strings.map(quoteString).join(", ");
  const key = keyOf(tree, node, field);
  if (key === NONE) return insertMember(tree, node, spell(field, spellingNear(tree, node)), `[${entries}]`);
  const list = key + 1;
  // A second member of the name would be refused, also beside null.
  if (tree.kind(list) === Kind.Null) return replaceNode(tree, list, `[${entries}]`);
  if (tree.kind(list) !== Kind.Array) return undefined;
  const last = tree.children(list).at(-1);
  return last === undefined
    ? replaceNode(tree, list, `[${entries}]`)
    : insertText(tree.end(last), `, ${entries}`);
}
