import type { JsonTree, Node } from "../../json/tree.ts";

/** No object of LiveKit's has nearly as many members as this. */
const HUGE = 500;

/** Whether looking through an object for each of its members would take too long. */
export function isHuge(tree: JsonTree, object: Node): boolean {
  const end = tree.next(object);
  if (end - object <= HUGE) return false;
  let count = 0;
  for (let child = object + 1; child < end && count <= HUGE; child = tree.next(child)) count++;
  return count > HUGE;
}
