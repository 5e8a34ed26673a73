/** The deployed rules of a project as LiveKit reads them, in the order in which it tries them. Imports no editor. */
import { compareBytes } from "../../core/routing/byte-order.ts";
import { readRule } from "../../core/routing/input/read.ts";
import { comparePriority } from "../../core/routing/rule/priority.ts";
import { kindOf, type KindView } from "../../core/routing/rule/rule-kind.ts";
import type { DispatchRule } from "../../core/routing/types.ts";
import type { DeployedRule } from "../../livekit/rules/deployed-rule.ts";
import type { DeployedTrunk } from "../../livekit/trunk-service.ts";
import type { DeployedState } from "./load.ts";

export interface RulePicture {
  readonly deployed: DeployedRule;
  readonly rule: DispatchRule;
  /** `undefined`: LiveKit stops at it with an error. */
  readonly kind: KindView | undefined;
  /** From 1; of two that a call fits, the lower one takes it. */
  readonly rank: number;
}

export interface DeployedPicture {
  /** By rank. */
  readonly rules: readonly RulePicture[];
  /** By id. */
  readonly rulesById: ReadonlyMap<string, RulePicture>;
  readonly trunks: ReadonlyMap<string, DeployedTrunk>;
  /** The rules that list a trunk, by its id, by rank. */
  readonly rulesByTrunk: ReadonlyMap<string, readonly RulePicture[]>;
  /** The rules that list no trunk, by rank. */
  readonly rulesForAny: readonly RulePicture[];
}

const pictures = new WeakMap<DeployedState, DeployedPicture>();

/** By its text, what a rule says: after a change of one rule the thousand others are not read again. */
const readBefore = new Map<string, DispatchRule>();
const MOST_KEPT = 20_000;

/** How many rules are read without letting anybody else have a turn: some twenty milliseconds. */
const AT_ONCE = 250;

/** Does the long part of making a picture in small pieces, so that nobody notices. */
export async function prepare({ rules }: DeployedState): Promise<void> {
  for (const [index, rule] of rules.entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) await new Promise((resolve) => setTimeout(resolve));
    ruleIn(rule);
  }
}

/** Made once for each answer of a server. */
export function pictureOf(state: DeployedState): DeployedPicture {
  const known = pictures.get(state);
  if (known) return known;
  const picture = paint(state);
  pictures.set(state, picture);
  return picture;
}

/**
 * Negative where LiveKit prefers `a` among the rules that fit a call: one that lists the call's trunk before one for
 * all trunks, then by priority, then the one that stands first in the store (livekit/protocol, sip/sip.go,
 * `MatchDispatchRuleIter`).
 */
export function compareTried(a: DispatchRule, b: DispatchRule): number {
  return (
    Number(isForAny(a)) - Number(isForAny(b)) ||
    comparePriority(a, b) ||
    compareBytes(a.sipDispatchRuleId ?? "", b.sipDispatchRuleId ?? "")
  );
}

function isForAny({ trunkIds }: DispatchRule): boolean {
  return !trunkIds?.length;
}

function paint({ rules, trunks }: DeployedState): DeployedPicture {
  const read = rules.map((deployed) => ({ deployed, rule: ruleIn(deployed) }));
  read.sort((a, b) => compareTried(a.rule, b.rule));
  const ranked = read.map(({ deployed, rule }, index): RulePicture => ({
    deployed,
    rule,
    kind: kindOf(rule),
    rank: index + 1,
  }));
  const rulesByTrunk = new Map<string, RulePicture[]>();
  for (const picture of ranked)
    for (const id of new Set(picture.rule.trunkIds)) {
      const list = rulesByTrunk.get(id);
      if (list) list.push(picture);
      else rulesByTrunk.set(id, [picture]);
    }
  return {
    rules: ranked,
    rulesById: new Map(ranked.map((picture) => [picture.deployed.id, picture])),
    trunks: new Map(trunks.map((trunk) => [trunk.id, trunk])),
    rulesByTrunk,
    rulesForAny: ranked.filter(({ rule }) => isForAny(rule)),
  };
}

function ruleIn({ text }: DeployedRule): DispatchRule {
  const known = readBefore.get(text);
  if (known) return known;
  const rule = readRule(JSON.parse(text)).value;
  if (readBefore.size > MOST_KEPT) readBefore.clear();
  readBefore.set(text, rule);
  return rule;
}
