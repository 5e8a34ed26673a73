/** What is copied of a node. Imports no editor. */
import { ruleFileText } from "../../core/compare/rule-text.ts";
import { latest, type DeployedState, type Load } from "../deployed/load.ts";
import { pictureOf } from "../deployed/rule-picture.ts";
import { isRuleTarget, isTrunkTarget } from "./targets.ts";

/** What tells a thing from others: for a project, a room or a caller that is the name. */
export function copiedId(node: unknown): string | undefined {
  if (isRuleTarget(node)) return node.ruleId;
  return isTrunkTarget(node) ? node.trunkId : copiedName(node);
}

/** In full, and as it is: what the view shows may be cut. An unnamed thing has none. */
export function copiedName(node: unknown): string | undefined {
  const { name } = (node ?? {}) as { readonly name?: unknown };
  return typeof name === "string" && name !== "" ? name : undefined;
}

/** One thing as it is, several as a list as `lk` prints one. A trunk comes without its password. */
export function copiedJson(
  nodes: readonly unknown[],
  deployed: (projectId: string) => Load<DeployedState>,
): string | undefined {
  const texts = nodes.flatMap((node) => jsonOf(node, deployed) ?? []);
  if (texts.length < 2) return texts[0];
  const items = texts.map((text) => text.trim().replaceAll("\n", "\n    "));
  return `{\n  "items": [\n    ${items.join(",\n    ")}\n  ]\n}\n`;
}

function jsonOf(node: unknown, deployed: (projectId: string) => Load<DeployedState>): string | undefined {
  const isRule = isRuleTarget(node);
  if (!isRule && !isTrunkTarget(node)) return undefined;
  const state = latest(deployed(node.projectId));
  if (!state) return undefined;
  const { rulesById, trunks } = pictureOf(state);
  if (isRule) {
    const rule = rulesById.get(node.ruleId);
    return rule && ruleFileText(rule.deployed.text);
  }
  const trunk = trunks.get(node.trunkId)?.trunk;
  if (!trunk) return undefined;
  const { hasPassword: _, ...shown } = trunk;
  return `${JSON.stringify(shown, null, 2)}\n`;
}
