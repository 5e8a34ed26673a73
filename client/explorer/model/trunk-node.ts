/** An inbound trunk in the explorer: its numbers, whom it lets in, the rules that serve it. Imports no editor. */
import type { DeployedTrunk } from "../../../livekit/trunk-service.ts";
import type { RulePicture } from "../../deployed/rule-picture.ts";
import { trunkProblems } from "../../deployed/trunk-problems.ts";
import { detailText, firstFew, labelText } from "../../live/safe-text.ts";
import { count } from "../../rules/words.ts";
import type { TrunkTarget } from "../targets.ts";
import { emptyNode } from "./message-nodes.ts";
import { idBelow, lazily, type ExplorerNode } from "./node.ts";
import { paged } from "./pages.ts";
import type { ProjectScope } from "./project-scope.ts";
import { ruleNode } from "./rule-node.ts";

export type TrunkNode = ExplorerNode & TrunkTarget;

export function trunkNode(parent: ExplorerNode, deployed: DeployedTrunk, scope: ProjectScope): TrunkNode {
  const { id, name, trunk } = deployed;
  const label = labelText(name === "" ? id : name);
  const served = scope.picture.rulesByTrunk.get(id)?.length ?? 0;
  const any = scope.picture.rulesForAny.length;
  const problems = (trunkProblems(scope.picture).get(id) ?? []).map((problem) => detailText(problem));
  const isUnserved = served + any === 0;
  const parts = [
    trunk.numbers?.length ? firstFew(trunk.numbers) : "every number",
    isUnserved ? "no rule serves it" : count(served + any, "rule"),
    ...(problems.length > 0 && !isUnserved ? [count(problems.length, "problem")] : []),
  ];
  const node: TrunkNode = {
    kind: "trunk",
    projectId: scope.project.id,
    trunkId: id,
    id: idBelow(parent.id, id),
    parent,
    name,
    label,
    description: parts.join(" · "),
    icon: problems.length > 0 ? "warning" : "plug",
    ...(problems.length > 0 && { color: "list.warningForeground" }),
    contextValue: "trunk",
    spoken: [[`Inbound trunk ${label}`, ...parts].join(", "), ...problems].join(". "),
    tooltip: () => ({
      title: label,
      rows: [
        ["Id", detailText(id)] as const,
        ...details(deployed).map(([heading, value]) => [heading, detailText(value)] as const),
      ],
      notes: problems,
    }),
    children: lazily(() => [
      ...details(deployed).map(([heading, value, icon]) => detailNode(node, heading, value, icon)),
      ...servingNodes(node, scope, id),
    ]),
  };
  return node;
}

type Detail = readonly [heading: string, value: string, icon: string];

function details({ trunk }: DeployedTrunk): Detail[] {
  const { numbers = [], allowedAddresses = [], allowedNumbers = [], authUsername = "" } = trunk;
  const list = (texts: readonly string[], none: string): string =>
    texts.length === 0 ? none : texts.length > 20 ? firstFew(texts, 20) : texts.join(", ");
  return [
    ["Numbers", list(numbers, "every number"), "symbol-number"],
    ["Allowed addresses", list(allowedAddresses, "any"), "globe"],
    ["Allowed calling numbers", list(allowedNumbers, "any"), "person"],
    ...(authUsername === ""
      ? []
      : [
          [
            "User name",
            `${authUsername}${trunk.hasPassword === true ? ", with a password" : ""}`,
            "key",
          ] as const,
        ]),
    ...(trunk.krispEnabled === true ? [["Noise cancellation", "on", "mute"] as const] : []),
  ];
}

function detailNode(parent: ExplorerNode, heading: string, value: string, icon: string): ExplorerNode {
  const text = detailText(value);
  return {
    id: idBelow(parent.id, "detail", heading),
    kind: "detail",
    parent,
    label: heading,
    description: text,
    icon,
    contextValue: "detail",
    spoken: `${heading}: ${text}`,
    tooltip: () => ({ title: heading, rows: [], notes: [text] }),
  };
}

/** First those that name the trunk: they go before those for every trunk. */
function servingNodes(trunk: ExplorerNode, scope: ProjectScope, trunkId: string): ExplorerNode[] {
  const named = scope.picture.rulesByTrunk.get(trunkId) ?? [];
  const any = scope.picture.rulesForAny;
  if (named.length + any.length === 0)
    return [
      emptyNode(trunk, "No rule serves this trunk", "create one…", {
        command: "livekitDispatch.createRule",
        title: "Create a dispatch rule",
        argument: { kind: "project", projectId: scope.project.id },
      }),
    ];
  return [
    ...(named.length > 0 ? [servingNode(trunk, "Rules that name it", named, scope)] : []),
    ...(any.length > 0 ? [servingNode(trunk, "Rules for every trunk", any, scope)] : []),
  ];
}

function servingNode(
  parent: ExplorerNode,
  label: string,
  rules: readonly RulePicture[],
  scope: ProjectScope,
): ExplorerNode {
  const node: ExplorerNode = {
    id: idBelow(parent.id, label),
    kind: "serving",
    parent,
    label,
    description: rules.length.toLocaleString("en"),
    icon: "list-ordered",
    children: lazily(() =>
      // Live calls stand under the rule in its own list.
      paged(node, rules, scope.input.pages, (rule) => withoutChildren(ruleNode(node, rule, scope))),
    ),
  };
  return node;
}

function withoutChildren({ children: _, ...node }: ExplorerNode): ExplorerNode {
  return node;
}
