/** What the client knows of the project, taken as it comes: what makes no sense is unknown. */
import { isObject } from "../core/configuration/levels.ts";
import type { Facts, TrunkFact } from "../core/features/facts.ts";
import type { DeployedRule, PictureFacts } from "../core/picture/origin.ts";
import { ruleOfFact, trunkOfFact } from "../core/picture/project-facts.ts";

/** How long what was read of a project is taken for what is there. */
export const FRESH_MS = 30 * 60 * 1000;

export interface ReadFacts {
  /** For completion and hover, which only help. */
  readonly facts: Facts;
  /** For what is held against the author. */
  readonly picture: PictureFacts;
  /** Until when that counts, in milliseconds since 1970; absent where it does not depend on time. */
  readonly freshUntil?: number;
}

export function readFacts(value: unknown): ReadFacts {
  if (!isObject(value)) return { facts: {}, picture: {} };
  const { trunks, agentNames, hasAllAgentNames, attributeNames, project } = value;
  const names = readNames(agentNames);
  const known = isObject(project) ? readProject(project) : undefined;
  const ofProject = known?.picture.trunks?.map(
    ({ trunk: { sipTrunkId: id = "", name = "", numbers = [] } }) => ({
      id,
      name,
      numbers,
    }),
  );
  return {
    facts: {
      project: known?.picture.project,
      trunks: Array.isArray(trunks) ? trunks.flatMap(readTrunk) : ofProject,
      agentNames: names,
      attributeNames: readNames(attributeNames),
    },
    picture: { ...known?.picture, agentNames: hasAllAgentNames === true ? names : undefined },
    ...(known && { freshUntil: known.readAt + FRESH_MS }),
  };
}

/** What does not depend on the time. */
export function withoutProject({ agentNames }: PictureFacts): PictureFacts {
  return { agentNames };
}

function readProject(
  project: Readonly<Record<string, unknown>>,
): { readonly picture: PictureFacts; readonly readAt: number } | undefined {
  const { readAt, complete, pinKey, rules, trunks } = project;
  const name = typeof project["name"] === "string" ? project["name"] : undefined;
  if (typeof readAt !== "number" || typeof pinKey !== "string") return undefined;
  if (!Array.isArray(rules) || !Array.isArray(trunks)) return undefined;
  const isComplete = complete === true;
  return {
    readAt,
    picture: {
      project: name,
      trunks: trunks.filter(isObject).map((trunk) => ({ trunk: trunkOfFact(trunk) })),
      hasAllTrunks: isComplete,
      // A part of the rules would make others look as if nobody competed with them.
      deployed: isComplete ? rules.flatMap((rule) => readDeployed(rule, name)) : undefined,
      pinKey,
    },
  };
}

function readDeployed(value: unknown, project: string | undefined): DeployedRule[] {
  if (!isObject(value) || !isObject(value["rule"])) return [];
  const { uri } = value;
  const rule = ruleOfFact(value["rule"]);
  if ((rule.sipDispatchRuleId ?? "") === "") return [];
  return [
    {
      origin: "deployed",
      rule,
      ...(typeof uri === "string" && { uri }),
      ...(project !== undefined && { project }),
    },
  ];
}

function readTrunk(value: unknown): TrunkFact[] {
  if (!isObject(value) || typeof value["id"] !== "string") return [];
  const { id, name, numbers } = value;
  return [{ id, name: typeof name === "string" ? name : "", numbers: readNames(numbers) ?? [] }];
}

function readNames(value: unknown): string[] | undefined {
  return Array.isArray(value) ? value.filter((name) => typeof name === "string") : undefined;
}
