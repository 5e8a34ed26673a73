/** What the language server is told of the active project. Imports no editor. */
import { readRule } from "../../core/routing/input/read.ts";
import { ruleFact, trunkFact } from "../../core/picture/project-facts.ts";
import type { DispatchRule } from "../../core/routing/types.ts";
import type { FactsParams, ProjectFacts } from "../../server/messages.ts";
import type { DeployedState, Load } from "../deployed/load.ts";

export interface KnownAgents {
  readonly names: readonly string[];
  /** Whether these are all under which the workspace's code registers. */
  readonly hasAll: boolean;
}

/**
 * @param load of the active project; `undefined` where none is active
 * @param name of that project
 * @param pinKey of this session
 * @param addressOf where a rule can be opened
 */
export function factsFor(
  load: Load<DeployedState> | undefined,
  name: string,
  agents: KnownAgents | undefined,
  pinKey: string,
  addressOf: (id: string, name: string) => string,
): FactsParams {
  return {
    ...(agents && agents.names.length > 0 && { agentNames: agents.names, hasAllAgentNames: agents.hasAll }),
    project: projectFacts(load, name, pinKey, addressOf),
  };
}

/** Only what a server has answered just now: what was known before a failure may be gone. */
function projectFacts(
  load: Load<DeployedState> | undefined,
  name: string,
  pinKey: string,
  addressOf: (id: string, name: string) => string,
): ProjectFacts | null {
  if (load?.kind !== "ready") return null;
  const { rules, trunks } = load.value;
  return {
    name,
    readAt: load.readAt,
    complete: true,
    pinKey,
    rules: rules.map(({ id, name, text }) => ({
      rule: ruleFact(ruleOf(text, id), pinKey),
      uri: addressOf(id, name),
    })),
    trunks: trunks.map(({ trunk }) => trunkFact(trunk)),
  };
}

function ruleOf(text: string, id: string): DispatchRule {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = {};
  }
  return { ...readRule(value).value, sipDispatchRuleId: id };
}

/** Random, so that nobody can try PINs on digests of another session. */
export function newPinKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(32))]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
}
