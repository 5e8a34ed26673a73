/** An update request that replaces a rule, as that rule itself or as a create request. */
import { applyEdits, removeChildren, replaceNode } from "../../fixes.ts";
import { Kind, NONE, type JsonTree, type Node } from "../../json/tree.ts";
import type { Edit } from "../../problem.ts";
import { shapeOf } from "../forms.ts";
import { checkedBare, converted, refuse, type Conversion, type FileForm } from "./conversion.ts";
import { named } from "../../text/show.ts";
import { firstLineBreak } from "./lines.ts";
import { colonOf, firstChild, gapOf, keysOf, memberRange } from "./members.ts";
import { asRemoved, ID_SPELLINGS, serverKeys } from "./server-fields.ts";
import { unwrap, WRAPPER_NAME } from "./wrapper.ts";

export function convertUpdate(tree: JsonTree, to: FileForm): Conversion {
  const [rule] = shapeOf(tree).rules;
  const patch = keysOf(tree, 0, "update").find(
    (key) => rule === undefined || tree.kind(key + 1) !== Kind.Null,
  );
  if (patch !== undefined)
    return refuse(
      "`update` changes some fields of a stored rule and says nothing of the others: it is no rule.",
      memberRange(tree, patch),
    );
  if (rule === undefined) {
    const replace = keysOf(tree, 0, "replace").slice(-1);
    return refuse("This update request holds no rule.", ...replace.map((key) => memberRange(tree, key)));
  }
  const id = keysOf(tree, 0, ...ID_SPELLINGS)[0];
  const other = tree.children(0).find((key) => key !== id && key !== rule - 1);
  if (other !== undefined)
    return refuse(
      `${named(tree.stringValue(other))} stands beside the rule and has no place in a file of the other form.`,
      memberRange(tree, other),
    );
  return to === "wrapped" ? asCreateRequest(tree, id, rule) : asRule(tree, id, rule);
}

function asCreateRequest(tree: JsonTree, id: Node | undefined, rule: Node): Conversion {
  const own = serverKeys(tree, rule);
  const outer = id === undefined ? [] : [id];
  const edits = [
    ...removeChildren(tree, 0, outer),
    replaceNode(tree, rule - 1, `"${WRAPPER_NAME}"`),
    ...removeChildren(tree, rule, own),
  ];
  return converted(tree, edits, asRemoved(tree, [...outer, ...own]));
}

/** The id of the request becomes the rule's, unless the rule has one; LiveKit refuses two that differ. */
function asRule(tree: JsonTree, id: Node | undefined, rule: Node): Conversion {
  const range = { start: tree.start(rule), end: tree.end(rule) };
  const { before, lines, after } = unwrap(tree, rule - 1);
  const edits = [before, ...lines, after];
  if (id !== undefined) {
    const own = keysOf(tree, rule, ...ID_SPELLINGS)[0];
    if (own === undefined) edits.push(insertId(tree, id, rule, lines));
    else if (isEmpty(tree, own + 1)) edits.push(replaceNode(tree, own + 1, tree.raw(id + 1)));
    else if (!isEmpty(tree, id + 1) && !isSame(tree, id + 1, own + 1))
      return refuse("The request and the rule in it name different rules.", memberRange(tree, id));
  }
  return checkedBare(converted(tree, edits), range);
}

/** Puts the id in front of the rule's first member, which stands as it stood. */
function insertId(tree: JsonTree, id: Node, rule: Node, lines: readonly Edit[]): Edit {
  const { text } = tree;
  const member = tree.raw(id) + colonOf(tree, rule) + tree.raw(id + 1);
  const inside = tree.start(rule) + 1;
  const first = firstChild(tree, rule);
  if (first === NONE) return { start: inside, end: inside, newText: member };
  const at = tree.start(first);
  const hasBreak = firstLineBreak(text, inside, at) !== undefined;
  const moved = lines.filter((line) => line.end <= at);
  const gap = hasBreak ? applyEdits(text, moved, inside, at) : gapOf(tree, rule);
  return { start: at, end: at, newText: `${member},${gap}` };
}

/** What LiveKit takes for no id. */
function isEmpty(tree: JsonTree, value: Node): boolean {
  return tree.kind(value) === Kind.Null || tree.isEmptyString(value);
}

function isSame(tree: JsonTree, a: Node, b: Node): boolean {
  const areStrings = tree.kind(a) === Kind.String && tree.kind(b) === Kind.String;
  return areStrings ? tree.stringValue(a) === tree.stringValue(b) : tree.raw(a) === tree.raw(b);
}
