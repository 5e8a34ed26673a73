/** `rule` in `rule`, `dispatch_rule` in `dispatch_rule`: takes one level away, or gives the outer one its name. */
import type { RuleDocument } from "../../document.ts";
import { lineIndent, renameKey, replaceNode, suggestedFix } from "../../fixes.ts";
import { Kind, NONE, type JsonTree, type Node } from "../../json/tree.ts";
import type { Fix } from "../../problem.ts";
import { named } from "../../text/show.ts";
import { isHuge } from "./huge.ts";
import { reindented } from "./layout.ts";
import { keyAbove, parentOf } from "../../json/parents.ts";
import { RULE } from "./rule-places.ts";
import type { UnknownKey } from "./unknown-field.ts";

/** Whether a key stands in a `rule` that holds a whole rule. */
export function isInRuleAsWrapper({ tree }: RuleDocument, { node, message }: UnknownKey): boolean {
  const object = parentOf(tree, node);
  const inner = message === RULE && !isHuge(tree, object) ? tree.member(object, "rule") : NONE;
  return inner !== NONE && tree.kind(inner + 1) === Kind.Object;
}

/** Whether the document is nothing but one `rule` that holds a whole rule. */
export function isRuleAsWrapper(tree: JsonTree): boolean {
  const isOnlyRule = tree.size > 2 && isAlone(tree, 1, 0) && tree.stringValue(1) === "rule";
  const inner = isOnlyRule ? tree.member(2, "rule") : NONE;
  return inner !== NONE && tree.kind(inner + 1) === Kind.Object;
}

/** @param key a key in the object that is one too many, or that has the wrong name */
export function unnest(document: RuleDocument, key: Node): Fix[] {
  const { tree, plan } = document;
  const object = parentOf(tree, key);
  const above = keyAbove(tree, object);
  // The whole document is one `rule`: it was meant as the wrapper, where there is one.
  if (above === 1 && isRuleAsWrapper(tree) && plan?.reader !== "lk-update")
    return [
      suggestedFix("Rename the outer `rule` to `dispatch_rule`", renameKey(tree, above, "dispatch_rule")),
    ];
  if (!isAlone(tree, key, object)) return [];
  const name = named(tree.stringValue(key));
  const inner = reindented(
    tree,
    tree.raw(key + 1),
    tree.start(key),
    lineIndent(tree.text, tree.start(above)),
  );
  return [suggestedFix(`Take the inner ${name} away`, replaceNode(tree, object, inner))];
}

function isAlone(tree: JsonTree, key: Node, object: Node): boolean {
  return key === object + 1 && tree.nextKey(key) === tree.next(object);
}
