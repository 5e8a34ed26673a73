import type { JsonTree, Node } from "../../json/tree.ts";

/** No object of LiveKit's has nearly as many nodes as this. */
const HUGE = 5000;

/** Whether looking through an object for each of its members would take too long. */
export function isHuge(tree: JsonTree, object: Node): boolean {
  return tree.next(object) - object > HUGE;
}
