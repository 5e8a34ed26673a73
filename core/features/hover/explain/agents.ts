/** Which agents join the room. */
import { Kind, type JsonTree, type Node } from "../../../json/tree.ts";
import { itemsOf, textOf as fieldText } from "../../../protocol/fields.ts";
import { fieldNamed } from "../../../protocol/schema.ts";
import { textOf, type Subject } from "../subject.ts";
import { say, sayList, type Words } from "../words.ts";

const AGENTS = fieldNamed("RoomConfiguration.agents");
const AGENT_NAME = fieldNamed("RoomAgentDispatch.agent_name");

export function explainRoomConfig({ tree, value }: Subject): Words[] {
  return tree.kind(value) === Kind.Object ? [agentWords(tree, itemsOf(tree, value, AGENTS))] : [];
}

export function explainAgents({ tree, value }: Subject): Words[] {
  return tree.kind(value) === Kind.Array ? [agentWords(tree, tree.children(value))] : [];
}

function agentWords(tree: JsonTree, agents: readonly Node[]): Words {
  if (agents.length === 0) return say`Names no agent: one whose worker has no name joins by itself.`;
  const names = agents.map((agent) => fieldText(tree, agent, AGENT_NAME)).filter((name) => name !== "");
  if (names.length === 0) return [];
  const after =
    names.length === 1 ? " joins the room, if the call opens it." : " join the room, if the call opens it.";
  return sayList("", names, after);
}

export function explainAgentName(subject: Subject): Words[] {
  const name = textOf(subject);
  const { agentNames } = subject.facts;
  if (name === undefined || name === "" || agentNames === undefined) return [];
  if (agentNames.includes(name)) return [say`An agent of this workspace registers as ${name}.`];
  return [say`No agent of this workspace registers as ${name}.`];
}
