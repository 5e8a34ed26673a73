/** What the client knows of the project, taken as it comes: what makes no sense is unknown. */
import type { Facts, TrunkFact } from "../core/features/facts.ts";
import { isObject } from "./settings.ts";

export function readFacts(value: unknown): Facts {
  if (!isObject(value)) return {};
  const { trunks, agentNames, attributeNames } = value;
  return {
    trunks: Array.isArray(trunks) ? trunks.flatMap(readTrunk) : undefined,
    agentNames: readNames(agentNames),
    attributeNames: readNames(attributeNames),
  };
}

function readTrunk(value: unknown): TrunkFact[] {
  if (!isObject(value) || typeof value["id"] !== "string") return [];
  const { id, name, numbers } = value;
  return [{ id, name: typeof name === "string" ? name : "", numbers: readNames(numbers) ?? [] }];
}

function readNames(value: unknown): string[] | undefined {
  return Array.isArray(value) ? value.filter((name) => typeof name === "string") : undefined;
}
