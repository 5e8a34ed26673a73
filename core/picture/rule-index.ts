/**
 * Rules by what they claim and share, kept up to date rule by rule: what a check asks is answered without looking at
 * all of them. Rules of different scopes do not meet.
 */
import { createConflictIndex, type ConflictIndex } from "../routing/conflict-index.ts";
import { rulePriority } from "../routing/rule/priority.ts";
import { kindOf } from "../routing/rule/rule-kind.ts";
import type { DispatchRule } from "../routing/types.ts";
import { MOST_LOOKED_AT, RuleGroups } from "./groups.ts";
import type { PictureRule } from "./origin.ts";
import { ServedNumbers } from "./served-numbers.ts";

const NO_TRUNK: readonly string[] = [""];
const NOBODY: readonly PictureRule[] = [];

export class RuleIndex {
  readonly #conflicts: ConflictIndex = createConflictIndex([]);
  readonly #slots = new Map<PictureRule, { readonly slot: number; readonly scope: string }>();
  readonly #rules: (PictureRule | undefined)[] = [];
  readonly #free: number[] = [];
  readonly #groups = new RuleGroups();
  /** What the rules of each trunk take, `""` for those of none. */
  readonly served = new ServedNumbers();

  /** @param scope rules of one scope compete with each other */
  add(rule: PictureRule, scope: string): void {
    const slot = this.#free.pop() ?? this.#rules.length;
    this.#rules[slot] = rule;
    this.#slots.set(rule, { slot, scope });
    this.#conflicts.update(slot, claiming(rule.rule, scope));
    for (const key of keysOf(rule.rule)) this.#groups.add(scope + key, rule);
    this.served.add(rule.rule);
  }

  remove(rule: PictureRule): void {
    const known = this.#slots.get(rule);
    if (!known) return;
    this.#slots.delete(rule);
    this.#rules[known.slot] = undefined;
    this.#free.push(known.slot);
    this.#conflicts.update(known.slot, undefined);
    for (const key of keysOf(rule.rule)) this.#groups.remove(known.scope + key, rule);
    this.served.remove(rule.rule);
  }

  has(rule: PictureRule): boolean {
    return this.#slots.has(rule);
  }

  get size(): number {
    return this.#slots.size;
  }

  all(): Iterable<PictureRule> {
    return this.#slots.keys();
  }

  /** The rules that a rule of this index conflicts with, each once; of very many only some. */
  conflictsOf(rule: PictureRule): readonly PictureRule[] {
    const known = this.#slots.get(rule);
    if (!known) return NOBODY;
    return this.#named(this.#conflicts.sharing(known.slot, MOST_LOOKED_AT), rule);
  }

  /** The rules that claim something that this one, which need not be in the index, would claim; of very many only some. */
  claimants(rule: DispatchRule, scope: string): readonly PictureRule[] {
    const probe = this.#rules.length;
    this.#conflicts.update(probe, claiming(rule, scope));
    const found = this.#conflicts.sharing(probe, MOST_LOOKED_AT);
    this.#conflicts.update(probe, undefined);
    return this.#named(found, undefined);
  }

  /** Rules with this key; see `keysOf`. */
  group(key: string, scope: string): Iterable<PictureRule> {
    return this.#groups.all(scope + key);
  }

  #named(slots: readonly number[], self: PictureRule | undefined): readonly PictureRule[] {
    const found = new Set<PictureRule>();
    for (const slot of slots) {
      const rule = this.#rules[slot];
      if (rule && rule !== self) found.add(rule);
    }
    return [...found];
  }
}

/** What the rule claims, within its scope. A rule's kind and room have no part in it. */
function claiming(rule: DispatchRule, scope: string): DispatchRule | undefined {
  const kind = kindOf(rule);
  if (!kind) return undefined;
  const { trunkIds, inboundNumbers, numbers } = rule;
  return {
    rule: { dispatchRuleDirect: { pin: scope === "" ? kind.pin : `${scope}\0${kind.pin}` } },
    ...(trunkIds && { trunkIds }),
    ...(inboundNumbers && { inboundNumbers }),
    ...(numbers && { numbers }),
  };
}

/** The rules on a trunk; `""` for those that list none. */
export const onTrunk = (id: string): string => `trunk\0${id}`;
/** The rules that list any trunk. */
export const ON_SOME_TRUNK = "some-trunk";
/** Rules with a PIN that list trunks: whoever calls there may be asked for one. */
export const ASKING_ON_TRUNK = "asking-on-trunk";
/** Rules with a PIN and no numbers: they ask everybody on this trunk. */
export const askingEverybody = (trunkId: string): string => `asking\0${trunkId}`;
export const withThisPin = (pin: string): string => `pin\0${pin}`;
/** Rules that put all callers into this one room. */
export const intoRoom = (room: string): string => `room\0${room}`;
/** Rules with only one of the two lists of numbers that weigh the same: which wins, the room's name decides. */
export const tying = (trunkId: string, list: "inboundNumbers" | "numbers", rule: DispatchRule): string =>
  `tie\0${trunkId}\0${list}\0${rulePriority(rule)}\0${kindOf(rule)?.pin ?? ""}`;

function keysOf(rule: DispatchRule): string[] {
  const { inboundNumbers, numbers } = rule;
  const kind = kindOf(rule);
  const trunkIds = [...new Set(rule.trunkIds?.length ? rule.trunkIds : NO_TRUNK)];
  const keys = trunkIds.map(onTrunk);
  if (rule.trunkIds?.length) keys.push(ON_SOME_TRUNK);
  if (!kind) return keys;
  if (kind.pin !== "") {
    keys.push(withThisPin(kind.pin));
    if (rule.trunkIds?.length) keys.push(ASKING_ON_TRUNK);
    if (!inboundNumbers?.length && !numbers?.length) keys.push(...trunkIds.map(askingEverybody));
  }
  if (kind.kind === "direct" && kind.room !== "") keys.push(intoRoom(kind.room));
  const list = onlyList(inboundNumbers, numbers);
  if (list) keys.push(...trunkIds.map((id) => tying(id, list, rule)));
  return keys;
}

/** The one of the two lists that is not empty; `undefined` where both are or none is. */
export function onlyList(
  inboundNumbers: readonly string[] = [],
  numbers: readonly string[] = [],
): "inboundNumbers" | "numbers" | undefined {
  if (inboundNumbers.length > 0 === numbers.length > 0) return undefined;
  return numbers.length > 0 ? "numbers" : "inboundNumbers";
}
