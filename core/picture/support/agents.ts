/** The agents that a rule dispatches, with their places. */
import { Kind, type Node } from "../../json/tree.ts";
import { memberOf, type RuleView } from "../../rules/rule-view.ts";
import type { DispatchRule } from "../../routing/types.ts";

/** Names of the agents that a rule dispatches; those without a name left out. */
export function agentNamesOf({ roomConfig }: DispatchRule): readonly string[] {
  const agents = roomConfig?.["agents"];
  if (!Array.isArray(agents)) return [];
  return agents.flatMap((agent: unknown) => {
    const name =
      typeof agent === "object" && agent !== null ? (agent as { agentName?: unknown }).agentName : "";
    return typeof name === "string" && name !== "" ? [name] : [];
  });
}

export interface AgentPlace {
  readonly name: string;
  /** The string with the name. */
  readonly node: Node;
}

export function agentPlaces(view: RuleView): readonly AgentPlace[] {
  const { tree } = view;
  const config = view.get("room_config");
  const agents = config && memberOf(tree, config.value, "agents");
  if (!agents || tree.kind(agents.value) !== Kind.Array) return [];
  return tree.children(agents.value).flatMap((agent) => {
    const name = memberOf(tree, agent, "agent_name");
    if (!name || tree.kind(name.value) !== Kind.String) return [];
    return [{ name: tree.stringValue(name.value), node: name.value }];
  });
}
