/** Members that exclude one another: fixes that keep one of them and take the others out. */
import { removeChildren, suggestedFix } from "../../fixes.ts";
import type { JsonTree, Node } from "../../json/tree.ts";
import type { Fix } from "../../problem.ts";

const MOST_FIXES = 9;
/** No object of LiveKit's is larger than this; one that is gets no fixes, which would take long to make. */
const MOST_NODES = 5000;

/**
 * @param fits the members that exclude one another, told by their keys
 * @param titleFor as in `Keep the first`, for the member that stays
 */
export function keepOne(
  tree: JsonTree,
  object: Node,
  fits: (key: Node) => boolean,
  titleFor: (kept: Node, index: number, keys: readonly Node[]) => string,
): Fix[] {
  if (tree.next(object) - object > MOST_NODES) return [];
  const keys = [...tree.children(object)].filter(fits);
  return keys.slice(0, MOST_FIXES).map((kept, index) => {
    const others = keys.filter((key) => key !== kept);
    return suggestedFix(titleFor(kept, index, keys), ...removeChildren(tree, object, others));
  });
}
