/** Trunks that a rule shall list as well. */
import { insertMember, insertText, replaceNode } from "../../fixes.ts";
import { spell, spellingNear } from "../../checks/support/spelling.ts";
import { quoteString } from "../../json/strings.ts";
import { Kind } from "../../json/tree.ts";
import type { Edit } from "../../problem.ts";
import type { RuleView } from "../../rules/rule-view.ts";

/** @returns the edit that puts trunks at the end of `trunk_ids`; `undefined` where that is no list */
export function listTrunks(view: RuleView, ids: readonly string[]): Edit | undefined {
  const { tree, message, node } = view;
  const entries = ids.map(quoteString).join(", ");
  const listed = view.get("trunk_ids");
  if (!listed) {
    const field = message.fields.find(({ name }) => name === "trunk_ids");
    return field && insertMember(tree, node, spell(field, spellingNear(tree, node)), `[${entries}]`);
  }
  if (tree.kind(listed.value) !== Kind.Array) return undefined;
  const last = [...tree.children(listed.value)].at(-1);
  return last === undefined
    ? replaceNode(tree, listed.value, `[${entries}]`)
    : insertText(tree.end(last), `, ${entries}`);
}
