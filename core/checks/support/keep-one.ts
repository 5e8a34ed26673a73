/** Members that exclude one another: fixes that keep one of them and take the others out. */
import { removeChildren, suggestedFix } from "../../fixes.ts";
import type { JsonTree, Node } from "../../json/tree.ts";
import { isHuge } from "./huge.ts";
import type { Fix } from "../../problem.ts";

const MOST_FIXES = 9;

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
  if (isHuge(tree, object)) return [];
  const keys = tree.children(object).filter(fits);
  return keys.slice(0, MOST_FIXES).map((kept, index) => {
    const others = keys.filter((key) => key !== kept);
    return suggestedFix(titleFor(kept, index, keys), ...removeChildren(tree, object, others));
  });
}
