/** A project in the explorer, with its rules and trunks. Imports no editor. */
import { latest } from "../../deployed/load.ts";
import { pictureOf } from "../../deployed/rule-picture.ts";
import { failureWords } from "../../live/failure-words.ts";
import { detailText, labelText } from "../../live/safe-text.ts";
import type { ProjectEntry } from "../../projects/project-entry.ts";
import type { ProjectTarget } from "../targets.ts";
import { emptyNode, failureNode, readingNode } from "./message-nodes.ts";
import { idBelow, lazily, type ExplorerNode, type Tooltip } from "./node.ts";
import { filterRules, inOrder, ORDER_WORDS } from "./order.ts";
import { paged } from "./pages.ts";
import type { ProjectScope } from "./project-scope.ts";
import { ruleNode } from "./rule-node.ts";
import type { TreeInput } from "./tree-input.ts";
import { trunkNode } from "./trunk-node.ts";

export type ProjectNode = ExplorerNode & ProjectTarget;

export function projectNodeId(projectId: string): string {
  return idBelow("project", projectId);
}

export function projectNode(project: ProjectEntry, input: TreeInput): ProjectNode {
  const { id, name, host, isProduction, isDemo } = project;
  const isActive = input.active?.id === id;
  const parts = [
    ...(isActive ? ["active"] : []),
    ...(isProduction ? ["production"] : []),
    isDemo ? "emulated, nothing is sent anywhere" : detailText(host),
  ];
  const node: ProjectNode = {
    kind: "project",
    projectId: id,
    id: projectNodeId(id),
    parent: undefined,
    name,
    label: labelText(name),
    description: parts.join(" · "),
    icon: isDemo ? "beaker" : isProduction ? "shield" : isActive ? "circle-filled" : "circle-outline",
    ...(isProduction ? { color: "charts.red" } : isActive ? { color: "charts.green" } : {}),
    contextValue: projectContext(project),
    isExpanded: isActive,
    // Whoever listens has no tooltip.
    spoken: [
      `Project ${labelText(name)}`,
      ...parts,
      ...(isActive ? [`active because ${detailText(input.active.why)}`] : []),
    ].join(", "),
    tooltip: () => projectTooltip(project, input),
    children: lazily(() => projectChildren(node, project, input)),
  };
  return node;
}

/** `project`, then `.demo` or `.production`, then `.own` for one that can be edited here. */
export function projectContext({ isDemo, isProduction, source }: ProjectEntry): string {
  const kind = isDemo ? ".demo" : isProduction ? ".production" : "";
  return `project${kind}${source === "own" ? ".own" : ""}`;
}

function projectTooltip({ id, name, host, place, isProduction }: ProjectEntry, input: TreeInput): Tooltip {
  const active = input.active?.id === id ? input.active : undefined;
  return {
    title: labelText(name),
    rows: [
      ["Server", detailText(host)],
      ["Comes from", detailText(place)],
      ...(active ? [["Active because", detailText(active.why)] as const] : []),
      ...(isProduction ? [["Production", "every change asks for the project's name"] as const] : []),
    ],
    notes: active
      ? [...(active.lkNote === undefined ? [] : [`Note: ${active.lkNote}.`]), ...active.warnings]
      : [],
  };
}

function projectChildren(node: ProjectNode, project: ProjectEntry, input: TreeInput): ExplorerNode[] {
  const load = input.deployed(project.id);
  const state = latest(load);
  const failure =
    load.kind === "failed"
      ? [
          failureNode(node, failureWords(load.failure, project), {
            id: project.id,
            isOwn: project.source === "own",
          }),
        ]
      : [];
  if (!state)
    return failure.length > 0 ? failure : [readingNode(node, "Reading rules and trunks…", project.id)];
  const scope: ProjectScope = { project, picture: pictureOf(state), input };
  return [...failure, rulesNode(node, scope), trunksNode(node, scope)];
}

function rulesNode(parent: ProjectNode, scope: ProjectScope): ExplorerNode {
  const { picture, input, project } = scope;
  const all = picture.rules.length;
  const rules = lazily(() => inOrder(filterRules(picture.rules, input.filter, picture.trunks), input.order));
  const amount = input.filter === "" ? number(all) : `${number(rules().length)} of ${number(all)}`;
  const node: ExplorerNode = {
    id: rulesNodeId(project.id),
    kind: "rules",
    parent,
    projectId: project.id,
    label: "Dispatch rules",
    description:
      input.order === "tried" ? amount : `${amount} · ${ORDER_WORDS[input.order].label.toLowerCase()}`,
    icon: "list-ordered",
    contextValue: "rules",
    isExpanded: true,
    children: lazily(() => {
      if (all === 0)
        return [
          emptyNode(node, "No dispatch rules: every call is refused", "create one…", {
            command: "livekitDispatch.createRule",
            title: "Create a dispatch rule",
            argument: { kind: "project", projectId: project.id } satisfies ProjectTarget,
          }),
        ];
      if (rules().length === 0)
        return [
          emptyNode(node, `No rule has "${input.filter}"`, "clear the filter", {
            command: "livekitDispatch.clearExplorerFilter",
            title: "Clear the filter",
          }),
        ];
      return paged(node, rules(), input.pages, (rule) => ruleNode(node, rule, scope));
    }),
  };
  return node;
}

function trunksNode(parent: ProjectNode, scope: ProjectScope): ExplorerNode {
  const trunks = [...scope.picture.trunks.values()];
  const node: ExplorerNode = {
    id: trunksNodeId(scope.project.id),
    kind: "trunks",
    parent,
    projectId: scope.project.id,
    label: "Inbound trunks",
    description: number(trunks.length),
    icon: "plug",
    contextValue: "trunks",
    children: lazily(() =>
      trunks.length === 0
        ? [emptyNode(node, "No inbound trunks", "no call comes in from a telephone")]
        : paged(node, trunks, scope.input.pages, (trunk) => trunkNode(node, trunk, scope)),
    ),
  };
  return node;
}

export function rulesNodeId(projectId: string): string {
  return idBelow(projectNodeId(projectId), "rules");
}

export function trunksNodeId(projectId: string): string {
  return idBelow(projectNodeId(projectId), "trunks");
}

function number(value: number): string {
  return value.toLocaleString("en");
}
