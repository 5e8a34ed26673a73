/**
 * Who conflicts with a rule, known again after one rule changed without looking at the others. It says what LiveKit's
 * pass over all rules would (`DispatchRuleValidator` with conflicts allowed, livekit/protocol, sip/sip.go).
 */
import { ClaimNumbers } from "./conflict/claim-numbers.ts";
import { Claimants } from "./conflict/claimants.ts";
import { claimKeys } from "./rule/claims.ts";
import type { DispatchRule } from "./types.ts";

/**
 * LiveKit's pass: the rules in order, each held against the first one that claims the same. A rule without a kind
 * claims nothing.
 * @returns pairs of positions, one for every claim that was taken: the rule, then the one that had it first (itself,
 * where a rule says something twice)
 */
export function conflictsFull(rules: readonly DispatchRule[]): number[] {
  const owners = new Map<string, number>();
  const pairs: number[] = [];
  for (const [position, rule] of rules.entries())
    for (const key of claimKeys(rule)) {
      const owner = owners.get(key);
      if (owner === undefined) owners.set(key, position);
      else pairs.push(position, owner);
    }
  return pairs;
}

export interface ConflictIndex {
  /**
   * Puts a rule in the place of the one at `position`, or takes it out.
   * @returns the other rule of every pair of `conflictsFull` that this one is in, in that order
   */
  update(position: number, rule: DispatchRule | undefined): number[];
  /** The same without a change. */
  conflictsOf(position: number): number[];
  /** The other rules that claim any of the same, each once; where there are more than `most`, only so many. */
  sharing(position: number, most: number): number[];
}

/** @param rules in the order in which LiveKit would look at them */
export function createConflictIndex(rules: readonly DispatchRule[]): ConflictIndex {
  return new Index(rules);
}

const NOTHING: readonly number[] = [];

class Index implements ConflictIndex {
  private readonly rules: (DispatchRule | undefined)[];
  private numbers = new ClaimNumbers();
  private claimants = new Claimants();
  /** The claims of each rule, in LiveKit's order. */
  private claims: (readonly number[])[] = [];
  private sizeOnceBuilt = 0;

  constructor(rules: readonly DispatchRule[]) {
    this.rules = [...rules];
    this.build();
  }

  update(position: number, rule: DispatchRule | undefined): number[] {
    this.rules[position] = rule;
    this.replace(position, rule);
    // Numbers that nobody claims any more stay known: edits go back and forth. Now and then they are dropped.
    if (this.numbers.size > 2 * this.sizeOnceBuilt + 10_000) this.build();
    return this.conflictsOf(position);
  }

  conflictsOf(position: number): number[] {
    return this.claimants.conflictsOf(position, this.claims[position] ?? NOTHING);
  }

  sharing(position: number, most: number): number[] {
    return this.claimants.sharing(position, this.claims[position] ?? NOTHING, most);
  }

  private build(): void {
    this.numbers = new ClaimNumbers();
    this.claimants = new Claimants();
    this.claims = [];
    for (const [position, rule] of this.rules.entries()) this.replace(position, rule);
    this.sizeOnceBuilt = this.numbers.size;
  }

  private replace(position: number, rule: DispatchRule | undefined): void {
    const claims = this.numbers.of(rule);
    const old = this.claims[position] ?? NOTHING;
    if (areEqual(old, claims)) return;
    for (const claim of old) this.claimants.remove(claim, position);
    for (const claim of claims) this.claimants.add(claim, position);
    this.claims[position] = claims;
  }
}

function areEqual(a: readonly number[], b: readonly number[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
