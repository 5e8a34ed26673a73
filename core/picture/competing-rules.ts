/**
 * The rules that count: of those of files and the deployed ones that are one and the same only one. It answers what a
 * rule shares with others without looking at all of them. What is deployed competes with everything, files as far as
 * their scope goes.
 */
import { claimKeys } from "../routing/rule/claims.ts";
import type { DispatchRule } from "../routing/types.ts";
import { MOST_LOOKED_AT } from "./groups.ts";
import { Identities } from "./identities.ts";
import { compareRules } from "./order.ts";
import type { DeployedRule, PictureRule, RuleInFile } from "./origin.ts";
import { RuleIndex } from "./rule-index.ts";

/** How far apart rules in files may stand and compete with each other; deployed ones compete with all. */
export type Scope = "everywhere" | "folder" | "file";

const EVERYWHERE = "";

export class CompetingRules {
  readonly #deployed = new RuleIndex();
  readonly #inFiles = new RuleIndex();
  readonly #identities: Identities;

  constructor(
    private readonly scope: Scope,
    deployed: readonly DeployedRule[] = [],
  ) {
    const sink = {
      enter: (rule: PictureRule): void => this.#indexFor(rule).add(rule, this.#scopeOf(rule)),
      leave: (rule: PictureRule): void => this.#indexFor(rule).remove(rule),
    };
    this.#identities = new Identities(sink, deployed);
  }

  add(rule: RuleInFile): void {
    this.#identities.add(rule);
  }

  remove(rule: RuleInFile): void {
    this.#identities.remove(rule);
  }

  /** Whether a rule counts: not one of a file that another one has by the same id, nor one that a file replaces. */
  has(rule: PictureRule): boolean {
    return this.#indexFor(rule).has(rule);
  }

  /** The deployed rule that a rule in a file will replace. */
  deployedOf(rule: RuleInFile): DeployedRule | undefined {
    return this.#identities.deployedOf(rule);
  }

  /** The rules that LiveKit would not store beside this one, deployed ones first, in the order of the rule's claims. */
  conflictsOf(rule: RuleInFile): readonly PictureRule[] {
    const inFiles = [...this.#inFiles.conflictsOf(rule)].sort(compareRules);
    return [...inOrderOfClaims(rule.rule, this.#deployedClaimants(rule.rule)), ...inFiles];
  }

  /** The rules that claim something that `claims`, a variant of `rule`, would claim. */
  claimants(rule: RuleInFile, claims: DispatchRule): readonly PictureRule[] {
    const inFiles = [...this.#inFiles.claimants(claims, this.#scopeOf(rule))].sort(compareRules);
    return [...this.#deployedClaimants(claims), ...inFiles].filter((other) => other !== rule);
  }

  /** The other rules with a key of `rule-index.ts`, in LiveKit's order; of very many only some. */
  others(rule: RuleInFile, key: string): readonly PictureRule[] {
    const found: PictureRule[] = [];
    for (const group of this.#groups(rule, key))
      for (const other of group) {
        if (other === rule) continue;
        found.push(other);
        if (found.length >= MOST_LOOKED_AT) break;
      }
    return found.sort(compareRules);
  }

  /** Whether any other rule has a key. */
  hasOthers(rule: RuleInFile, key: string): boolean {
    for (const group of this.#groups(rule, key)) for (const other of group) if (other !== rule) return true;
    return false;
  }

  /** All of them, whatever their scope. */
  *all(): Generator<PictureRule> {
    yield* this.#deployed.all();
    yield* this.#inFiles.all();
  }

  /** How many rules list a trunk; `""`: how many list none. */
  countOn(trunkId: string): number {
    return this.#deployed.served.countOn(trunkId) + this.#inFiles.served.countOn(trunkId);
  }

  /** Whether any of a trunk takes calls to a number. @param key as `numberKey` makes it */
  takes(trunkId: string, key: string): boolean {
    return this.#deployed.served.takes(trunkId, key) || this.#inFiles.served.takes(trunkId, key);
  }

  #deployedClaimants(claims: DispatchRule): readonly PictureRule[] {
    return [...this.#deployed.claimants(claims, EVERYWHERE)].sort(compareRules);
  }

  #groups(rule: RuleInFile, key: string): readonly Iterable<PictureRule>[] {
    return [this.#deployed.group(key, EVERYWHERE), this.#inFiles.group(key, this.#scopeOf(rule))];
  }

  #indexFor({ origin }: PictureRule): RuleIndex {
    return origin === "deployed" ? this.#deployed : this.#inFiles;
  }

  #scopeOf(rule: PictureRule): string {
    if (rule.origin === "deployed" || this.scope === "everywhere") return EVERYWHERE;
    return this.scope === "folder" ? rule.file.folder : rule.file.uri;
  }
}

/** LiveKit goes through the claims of a rule, and names who has the first one that is taken. */
function inOrderOfClaims(rule: DispatchRule, others: readonly PictureRule[]): readonly PictureRule[] {
  if (others.length < 2) return others;
  const claims = claimKeys(rule);
  const places = new Map(
    others.map((other) => {
      const theirs = new Set(claimKeys(other.rule));
      return [other, claims.findIndex((claim) => theirs.has(claim))];
    }),
  );
  return [...others].sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
}
