/** The agents that a rule dispatches into the room. */
import type { Opaque } from "../types.ts";

/** A rule's agents; one without a name counts as `""`. */
export function agentNames(roomConfig: Opaque | undefined): string[] {
  const agents = roomConfig?.["agents"];
  if (!Array.isArray(agents)) return [];
  return agents.map((agent: unknown) => {
    const name = (agent as { agentName?: unknown } | null)?.agentName;
    return typeof name === "string" ? name : "";
  });
}
