/** Where in a rule a misplaced member can go, and the edits that take it there. */
import { appendMember, lineIndent, removeChild, replaceNode, type LineStart } from "../../fixes.ts";
import { Kind, NONE, type JsonTree, type Node } from "../../json/tree.ts";
import type { Edit } from "../../problem.ts";
import type { Field } from "../../protocol/schema.ts";
import { keyOf } from "../../protocol/fields.ts";
import { indentUnit, nested, nestedValue, reindented, type Step } from "./layout.ts";
import { spell, type Spelling } from "./spelling.ts";

/** An object that exists, and what is still to be made in it. */
export interface Destination {
  readonly object: Node;
  readonly steps: readonly Step[];
  /** A `null` or an empty list that stands where the first step belongs. */
  readonly placeholder: Node;
}

/**
 * Follows fields from an object downwards; what is missing on the way is to be made.
 * @returns `undefined` where something else stands on the way, or several agents
 */
export function destinationAt(
  tree: JsonTree,
  object: Node,
  path: readonly Field[],
  spelling: Spelling,
): Destination | undefined {
  let at = object;
  for (const [index, field] of path.entries()) {
    const steps = path.slice(index).map((step) => ({ name: spell(step, spelling), isList: step.isList }));
    const key = keyOf(tree, at, field);
    if (key === NONE) return { object: at, steps, placeholder: NONE };
    const value = key + 1;
    if (tree.kind(value) === Kind.Null) return { object: at, steps, placeholder: value };
    if (!field.isList) at = value;
    else if (tree.kind(value) !== Kind.Array) return undefined;
    else if (tree.next(value) === value + 1) return { object: at, steps, placeholder: value };
    else if (tree.next(value + 1) === tree.next(value)) at = value + 1;
    else return undefined;
    if (tree.kind(at) !== Kind.Object) return undefined;
  }
  return { object: at, steps: [], placeholder: NONE };
}

/** Takes a member out of the object in which it stands and puts it where it belongs, as it was spelled. */
export function moveMember(tree: JsonTree, from: Node, key: Node, to: Destination): Edit[] {
  const start = tree.start(key);
  const source = tree.text.slice(start, tree.end(key + 1));
  const unit = indentUnit(tree);
  const member = (lineStart: LineStart): string => reindented(tree, source, start, lineStart);
  const write = (lineStart: LineStart): string => nested(to.steps, lineStart, unit, member);
  const [first, ...inner] = to.steps;
  if (first && to.placeholder !== NONE) {
    const lineStart = lineIndent(tree.text, tree.start(to.placeholder - 1));
    const value = nestedValue(first, inner, lineStart, unit, member);
    return [removeChild(tree, from, key), replaceNode(tree, to.placeholder, value)];
  }
  if (to.object === from) {
    const newText = write(lineIndent(tree.text, start));
    return [{ start, end: tree.end(key + 1), newText }];
  }
  return [removeChild(tree, from, key), appendMember(tree, to.object, write)];
}
