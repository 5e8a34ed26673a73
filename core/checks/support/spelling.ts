/** LiveKit reads both spellings of a field, and most files mix them; what we write follows what stands around. */
import { Kind, Layout, NONE, type JsonTree, type Node } from "../../json/tree.ts";
import { fieldById, type Field } from "../../protocol/schema.ts";
import { parentOf } from "../../json/parents.ts";

export type Spelling = "snake" | "camel";

/** How many nodes of an object are looked at to learn its spelling. */
const ENOUGH = 400;

export function spell(field: Field, spelling: Spelling): string {
  return spelling === "snake" ? field.name : field.json;
}

/**
 * How the author would spell a field of `object`: as `hint`, a name of several words, is spelled; else as the
 * fields in it, its own key, or those around it in the same rule; in camel case where nothing tells.
 */
export function spellingNear(tree: JsonTree, object: Node, hint = ""): Spelling {
  const hinted = spellingOf(hint);
  if (hinted) return hinted;
  for (let around = object; around !== NONE; around = parentOf(tree, around)) {
    const found = spellingIn(tree, around) ?? spellingAt(tree, around - 1);
    if (found) return found;
    // The other rules of a list say nothing about this one.
    if (tree.kind(parentOf(tree, around)) === Kind.Array && isListOfRules(tree, parentOf(tree, around)))
      break;
  }
  return "camel";
}

function isListOfRules(tree: JsonTree, list: Node): boolean {
  return parentOf(tree, list) <= 0;
}

function spellingOf(name: string): Spelling | undefined {
  if (/^[a-z0-9]+(_[a-z0-9]+)+$/.test(name)) return "snake";
  return /^[a-z0-9]+([A-Z][a-z0-9]*)+$/.test(name) ? "camel" : undefined;
}

function spellingIn(tree: JsonTree, object: Node): Spelling | undefined {
  const end = Math.min(tree.next(object), object + ENOUGH);
  for (let node = object; node < end; node++) {
    const found = spellingAt(tree, node);
    if (found) return found;
  }
  return undefined;
}

/** What a key tells, if there is one. */
function spellingAt(tree: JsonTree, node: Node): Spelling | undefined {
  if (node < 0 || tree.kind(node) !== Kind.Key) return undefined;
  const field = fieldById(tree.nodes[node * Layout.Stride + 3] ?? 0);
  // LiveKit's own examples wrap rules in camel case into `dispatch_rule`: that one says nothing.
  if (!field || field.name === field.json || field.name === "dispatch_rule") return undefined;
  return tree.stringValue(node) === field.name ? "snake" : "camel";
}
