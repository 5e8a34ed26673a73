/** Which deployed rule a rule in a file is about. Imports no editor. */
import { compareRules, type Comparison } from "../../../core/compare/compare.ts";
import { claimKeys } from "../../../core/routing/rule/claims.ts";
import { kindOf } from "../../../core/routing/rule/rule-kind.ts";
import type { DispatchRule } from "../../../core/routing/types.ts";
import type { DeployedState } from "../../deployed/load.ts";
import { pictureOf, type RulePicture } from "../../deployed/rule-picture.ts";

export interface RuleInFile {
  /** The id in the file, or in the request around the rule; empty for none. */
  readonly id: string;
  /** Empty for none. */
  readonly name: string;
  /** The rule itself, without anything around it. */
  readonly text: string;
  readonly rule: DispatchRule;
}

export type Match =
  | {
      readonly kind: "matched";
      readonly deployed: RulePicture;
      /** By what they belong together. */
      readonly by: "id" | "content" | "name";
      /** `undefined` where one of the two cannot be read. */
      readonly comparison: Comparison | undefined;
    }
  /** `isIdUnknown`: the file names a rule that the project does not have. */
  | { readonly kind: "none"; readonly isIdUnknown: boolean }
  /** Several rules have the name, and nothing else tells them apart. */
  | { readonly kind: "ambiguous"; readonly count: number };

interface Index {
  readonly byName: ReadonlyMap<string, readonly RulePicture[]>;
  /** LiveKit never lets two rules claim the same, so that one of equal content is under the first claim. */
  readonly byClaim: ReadonlyMap<string, readonly RulePicture[]>;
}

const indexes = new WeakMap<DeployedState, Index>();

/** By the id, then by equal content, then by the name where only one rule has it. */
export function matchRule(inFile: RuleInFile, state: DeployedState): Match {
  const { rulesById } = pictureOf(state);
  const { byName, byClaim } = indexOf(state);
  const compared = (deployed: RulePicture, by: "id" | "content" | "name"): Match => ({
    kind: "matched",
    deployed,
    by,
    comparison: compareRules(deployed.deployed.text, inFile.text),
  });
  const ofId = inFile.id === "" ? undefined : rulesById.get(inFile.id);
  if (ofId) return compared(ofId, "id");
  for (const candidate of byClaim.get(firstClaim(inFile.rule)) ?? []) {
    const match = compared(candidate, "content");
    if (isInSync(match)) return match;
  }
  const named = inFile.name === "" ? [] : (byName.get(inFile.name) ?? []);
  if (named.length > 1) return { kind: "ambiguous", count: named.length };
  const [only] = named;
  // A file that names a rule which is gone is not about another one that happens to have its name.
  return only && inFile.id === "" ? compared(only, "name") : { kind: "none", isIdUnknown: inFile.id !== "" };
}

export function isInSync(match: Match): boolean {
  return match.kind === "matched" && match.comparison?.differences.length === 0;
}

function indexOf(state: DeployedState): Index {
  const known = indexes.get(state);
  if (known) return known;
  const { rules } = pictureOf(state);
  const index = {
    byName: grouped(rules, ({ deployed }) => deployed.name),
    byClaim: grouped(rules, ({ rule }) => firstClaim(rule)),
  };
  indexes.set(state, index);
  return index;
}

/** The order of trunks and numbers says nothing. */
function firstClaim(rule: DispatchRule): string {
  const [trunkId = "", inboundNumber = "", number = ""] = [
    rule.trunkIds,
    rule.inboundNumbers,
    rule.numbers,
  ].map((values) => values?.toSorted()[0]);
  const keys = claimKeys({
    ...(rule.rule && { rule: rule.rule }),
    trunkIds: [trunkId],
    inboundNumbers: [inboundNumber],
    numbers: [number],
  });
  return `${kindOf(rule)?.kind ?? ""} ${keys[0] ?? ""}`;
}

function grouped(
  rules: readonly RulePicture[],
  keyOf: (rule: RulePicture) => string,
): ReadonlyMap<string, readonly RulePicture[]> {
  const groups = new Map<string, RulePicture[]>();
  for (const rule of rules) {
    const key = keyOf(rule);
    const group = groups.get(key);
    if (group) group.push(rule);
    else groups.set(key, [rule]);
  }
  return groups;
}
