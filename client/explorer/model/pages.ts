/** Long lists a page at a time: nobody reads five thousand rows, and drawing them takes a while. Imports no editor. */
import { idBelow, type ExplorerNode } from "./node.ts";

export const PAGE_SIZE = 200;

/** How many pages of the list under a node are shown; one unless somebody asked for more. */
export type Pages = (nodeId: string) => number;

/** @param item makes the node of one item of the list */
export function paged<T>(
  parent: ExplorerNode,
  items: readonly T[],
  pages: Pages,
  item: (value: T) => ExplorerNode,
): readonly ExplorerNode[] {
  const shown = pages(parent.id) * PAGE_SIZE;
  const nodes = items.slice(0, shown).map(item);
  const left = items.length - nodes.length;
  return left > 0 ? [...nodes, moreNode(parent, left)] : nodes;
}

function moreNode(parent: ExplorerNode, left: number): ExplorerNode {
  const next = Math.min(left, PAGE_SIZE);
  return {
    id: idBelow(parent.id, "more"),
    kind: "more",
    parent,
    label: `Show ${next.toLocaleString("en")} more`,
    description: `of ${left.toLocaleString("en")}; or filter the list`,
    icon: "ellipsis",
    click: { command: "livekitDispatch.showMoreRules", title: "Show more", argument: parent.id },
  };
}
