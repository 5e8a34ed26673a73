/** The explorer's tree as a whole, and the way to a node in it. Imports no editor. */
import { latest } from "../../deployed/load.ts";
import { pictureOf } from "../../deployed/rule-picture.ts";
import type { RuleTarget, TrunkTarget } from "../targets.ts";
import { problemNode } from "./message-nodes.ts";
import { idBelow, type ExplorerNode } from "./node.ts";
import { filterRules, inOrder } from "./order.ts";
import { PAGE_SIZE } from "./pages.ts";
import { projectNode, rulesNodeId, trunksNodeId } from "./project-node.ts";
import type { TreeInput } from "./tree-input.ts";

/** The demo stands there only while it is the active project: it is nobody's own. */
export function treeRoots(input: TreeInput): readonly ExplorerNode[] {
  const problem = input.problem === undefined ? [] : [problemNode(input.problem)];
  const projects = input.projects.filter(({ isDemo, id }) => !isDemo || id === input.active?.id);
  return [...problem, ...projects.map((project) => projectNode(project, input))];
}

/** Where a rule or trunk stands: the list under which it is, its own id, and the page that it is on, from 1. */
export function placeOf(
  target: RuleTarget | TrunkTarget,
  input: TreeInput,
): { readonly listId: string; readonly id: string; readonly page: number } | undefined {
  const state = latest(input.deployed(target.projectId));
  if (!state) return undefined;
  const { rules, trunks } = pictureOf(state);
  const [listId, id, index] =
    target.kind === "rule"
      ? [
          rulesNodeId(target.projectId),
          target.ruleId,
          inOrder(filterRules(rules, input.filter, trunks), input.order).findIndex(
            ({ deployed }) => deployed.id === target.ruleId,
          ),
        ]
      : [trunksNodeId(target.projectId), target.trunkId, [...trunks.keys()].indexOf(target.trunkId)];
  if (index === -1) return undefined;
  return { listId, id: idBelow(listId, id), page: Math.floor(index / PAGE_SIZE) + 1 };
}

/** The node with an id, looked for only along the way to it. */
export function findNode(nodes: readonly ExplorerNode[], id: string): ExplorerNode | undefined {
  for (const node of nodes) {
    if (node.id === id) return node;
    if (id.startsWith(`${node.id}/`)) return node.children && findNode(node.children(), id);
  }
  return undefined;
}
