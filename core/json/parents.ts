/** Who holds a node. The tree does not say, because nothing needs it as long as a document is right. */
import { Kind, NONE, type JsonTree, type Node } from "./tree.ts";

const known = new WeakMap<JsonTree, readonly Node[]>();

/** The object or array in which a key, an item or a member's value stands; `NONE` for the root. */
export function parentOf(tree: JsonTree, node: Node): Node {
  let parents = known.get(tree);
  if (parents === undefined) {
    parents = readParents(tree);
    known.set(tree, parents);
  }
  return parents[node] ?? NONE;
}

/** The key under which an object or array stands, itself or in a list; `NONE` at the root. */
export function keyAbove(tree: JsonTree, container: Node): Node {
  for (let node = container; node > 0; node = parentOf(tree, node))
    if (tree.kind(node - 1) === Kind.Key) return node - 1;
  return NONE;
}

function readParents(tree: JsonTree): readonly Node[] {
  const parents: Node[] = [];
  const { size } = tree;
  let parent: Node = NONE;
  for (let node = 0; node < size; node++) {
    while (parent !== NONE && node >= tree.next(parent)) parent = parents[parent]!;
    parents.push(parent);
    if (tree.isContainer(node)) parent = node;
  }
  return parents;
}
