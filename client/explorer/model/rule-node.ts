/** A deployed rule in the explorer; under it the calls that came through it. Imports no editor. */
import type { RulePicture } from "../../deployed/rule-picture.ts";
import { conditions, destination, ruleNotes, ruleRows } from "../../deployed/rule-words.ts";
import { failureWords } from "../../live/failure-words.ts";
import { labelText } from "../../live/safe-text.ts";
import type { RuleTarget } from "../targets.ts";
import { liveNodes } from "./live-nodes.ts";
import { idBelow, lazily, type ExplorerNode } from "./node.ts";
import type { ProjectScope } from "./project-scope.ts";

export type RuleNode = ExplorerNode & RuleTarget;

const ICONS = { direct: "arrow-right", individual: "person", callee: "call-incoming" } as const;

export function ruleNode(parent: ExplorerNode, rule: RulePicture, scope: ProjectScope): RuleNode {
  const { deployed, kind } = rule;
  const { project, picture, input } = scope;
  const target: RuleTarget = {
    kind: "rule",
    projectId: project.id,
    ruleId: deployed.id,
    name: deployed.name,
  };
  const hasPin = kind !== undefined && kind.pin !== "";
  const parts = [destination(rule), ...conditions(rule, picture.trunks)];
  const label = labelText(deployed.name === "" ? deployed.id : deployed.name);
  const node: RuleNode = {
    ...target,
    id: idBelow(parent.id, deployed.id),
    parent,
    label,
    description: parts.join(" · "),
    icon: kind ? (hasPin ? "lock" : ICONS[kind.kind]) : "warning",
    ...(!kind && { color: "list.warningForeground" }),
    contextValue: "rule",
    spoken: [`Dispatch rule ${label}`, ...(hasPin ? ["with a PIN"] : []), ...parts].join(", "),
    tooltip: () => ({ title: label, rows: ruleRows(rule, picture.trunks), notes: ruleNotes(rule, picture) }),
    click: { command: "livekitDispatch.openRule", title: "Open", argument: target },
    children: lazily(() =>
      liveNodes(node, input.calls(project.id, deployed.id), (failure) => failureWords(failure, project)),
    ),
  };
  return node;
}
