/** The explorer's tree over the demo project, and trees as text. */
import { DEMO_PROJECT } from "../../../client/projects/demo-project.ts";
import { startDemo } from "../../../client/projects/demo.ts";
import { latest, type DeployedState, type Load } from "../../../client/deployed/load.ts";
import { readDeployed, UNKNOWN } from "../../../client/deployed/read-deployed.ts";
import type { ExplorerNode } from "../../../client/explorer/model/node.ts";
import { treeRoots } from "../../../client/explorer/model/tree.ts";
import type { TreeInput } from "../../../client/explorer/model/tree-input.ts";
import type { ProjectEntry } from "../../../client/projects/project-entry.ts";
import { createClient, type LiveKitClient } from "../../../livekit/client.ts";
import { connectionTo } from "../../../livekit/projects/project.ts";
import { Memory } from "./memory.ts";

export const DEMO: ProjectEntry = {
  id: "demo",
  name: "Demo",
  host: "demo.localhost",
  apiKey: "demo",
  source: "demo",
  place: "built into the extension",
  isProduction: false,
  isDemo: true,
};

export const PROD: ProjectEntry = {
  id: "lk:prod",
  name: "prod",
  host: "prod.livekit.cloud",
  apiKey: "APIprod",
  source: "lk",
  place: "~/.livekit/cli-config.yaml",
  isProduction: true,
  isDemo: false,
};

export function demoClient(memory = new Memory()): LiveKitClient {
  return createClient(connectionTo(DEMO_PROJECT), { fetch: startDemo(memory) });
}

export async function demoState(client = demoClient()): Promise<DeployedState> {
  const state = latest(await readDeployed(client, UNKNOWN, new AbortController().signal));
  if (!state) throw new Error("the demo does not answer");
  return state;
}

export function stateOf(rules: readonly object[], trunks: DeployedState["trunks"] = []): DeployedState {
  return {
    rules: rules.map((rule, index) => {
      const info = { sip_dispatch_rule_id: `SDR_${String(index).padStart(5, "0")}`, ...rule };
      const { name = "" } = rule as { name?: string };
      return { id: info.sip_dispatch_rule_id, name, text: JSON.stringify(info) };
    }),
    trunks,
  };
}

export const ready = (value: DeployedState): Load<DeployedState> => ({ kind: "ready", value, readAt: 1 });

export function treeInput(
  state: DeployedState | Load<DeployedState>,
  more: Partial<TreeInput> = {},
): TreeInput {
  const load = "rules" in state ? ready(state) : state;
  return {
    projects: [DEMO],
    active: { id: "demo", why: "you chose it in this workspace", warnings: [] },
    problem: undefined,
    deployed: () => load,
    calls: () => ({ kind: "unknown" }),
    filter: "",
    order: "tried",
    pages: () => 1,
    ...more,
  };
}

/** One line a node, as far as it stands open, or wholly. */
export function outline(
  nodes: readonly ExplorerNode[],
  { all = false, depth = 0 }: { all?: boolean; depth?: number } = {},
): string {
  return nodes
    .map((node) => {
      const mark = node.children ? (node.isExpanded === true ? "v" : ">") : "-";
      const line = `${"  ".repeat(depth)}${mark} [${node.icon ?? ""}] ${node.label}${node.description === undefined ? "" : ` | ${node.description}`}\n`;
      const isOpen = node.children && (all || node.isExpanded === true);
      return line + (isOpen ? outline(node.children(), { all, depth: depth + 1 }) : "");
    })
    .join("");
}

export function everyNode(nodes: readonly ExplorerNode[]): ExplorerNode[] {
  return nodes.flatMap((node) => [node, ...everyNode(node.children?.() ?? [])]);
}

export function tree(input: TreeInput, all = false): string {
  return outline(treeRoots(input), { all });
}
