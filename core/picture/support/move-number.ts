/** Numbers of a rule that go from one list to the other, or get another spelling. */
import { insertMember, insertText, removeChild, replaceNode } from "../../fixes.ts";
import { spell, spellingNear } from "../../checks/support/spelling.ts";
import { quoteString } from "../../json/strings.ts";
import { Kind, type Node } from "../../json/tree.ts";
import type { Edit } from "../../problem.ts";
import { messageNamed } from "../../protocol/schema.ts";
import type { RuleView } from "../../rules/rule-view.ts";

const NUMBERS = messageNamed("SIPDispatchRuleInfo").fields.find(({ name }) => name === "numbers");

/**
 * The edits that take an entry out of `inbound_numbers` and put it at the end of `numbers`.
 * @returns `undefined` where the message has no `numbers`: the API's older form
 */
export function moveToNumbers(view: RuleView, item: Node, number: string): Edit[] | undefined {
  const { tree, message, node } = view;
  const callers = view.get("inbound_numbers");
  if (!callers || !NUMBERS || !message.fields.some(({ name }) => name === "numbers")) return undefined;
  const taken = removeChild(tree, callers.value, item);
  const numbers = view.get("numbers");
  if (!numbers) {
    const name = spell(NUMBERS, spellingNear(tree, node));
    const added = insertMember(tree, node, name, `[${quoteString(number)}]`);
    return added.start < taken.end && added.end > taken.start ? undefined : [taken, added];
  }
  if (tree.kind(numbers.value) !== Kind.Array) return undefined;
  const last = [...tree.children(numbers.value)].at(-1);
  if (last === undefined) return [taken, replaceNode(tree, numbers.value, `[${quoteString(number)}]`)];
  return [taken, insertText(tree.end(last), `, ${quoteString(number)}`)];
}
