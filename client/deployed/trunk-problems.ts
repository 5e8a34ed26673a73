/** What is wrong with the inbound trunks of a project, in the words of `check --project`. Imports no editor. */
import { checkDeployedTrunks } from "../../core/picture/check-picture.ts";
import type { DeployedPicture } from "./rule-picture.ts";

const known = new WeakMap<DeployedPicture, ReadonlyMap<string, readonly string[]>>();

/** Sentences by the trunk's id. Made once for each answer of a server. */
export function trunkProblems(picture: DeployedPicture): ReadonlyMap<string, readonly string[]> {
  const before = known.get(picture);
  if (before) return before;
  const found = new Map<string, string[]>();
  const trunks = [...picture.trunks.values()].map(({ trunk }) => trunk);
  const rules = picture.rules.map(({ rule }) => rule);
  for (const { trunk, problem } of checkDeployedTrunks(trunks, rules)) {
    const id = trunk.trunk.sipTrunkId ?? "";
    found.set(id, [...(found.get(id) ?? []), problem.message]);
  }
  known.set(picture, found);
  return found;
}
