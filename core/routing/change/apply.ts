/** Carries edits out. Positions are those of the input, also after something was removed. */
import { numberKey } from "../number-key.ts";
import { sameNumber } from "../trunk/judge-trunk.ts";
import type { DispatchRule, InboundTrunk, RuleKind } from "../types.ts";
import type { RouteEdit, RuleList } from "./edits.ts";

/** Something in its place in the input. */
export interface Placed<T> {
  readonly position: number;
  readonly value: T;
}

export interface PlacedInput {
  readonly trunks: readonly Placed<InboundTrunk>[];
  readonly rules: readonly Placed<DispatchRule>[];
}

/** @returns the same rules and trunks after one edit; what it does not touch is the same object */
export function applyEdit(input: PlacedInput, edit: RouteEdit): PlacedInput {
  switch (edit.kind) {
    case "remove-rule":
      return { ...input, rules: without(input.rules, edit.rule) };
    case "remove-trunk":
      return { ...input, trunks: without(input.trunks, edit.trunk) };
    case "add-trunk-entry":
    case "remove-trunk-number":
    case "clear-trunk-list":
      return { ...input, trunks: changed(input.trunks, edit.trunk, (trunk) => editedTrunk(trunk, edit)) };
    default:
      return { ...input, rules: changed(input.rules, edit.rule, (rule) => editedRule(rule, edit)) };
  }
}

function without<T>(list: readonly Placed<T>[], position: number): Placed<T>[] {
  return list.filter((placed) => placed.position !== position);
}

function changed<T>(list: readonly Placed<T>[], position: number, change: (value: T) => T): Placed<T>[] {
  return list.map((placed) =>
    placed.position === position ? { position, value: change(placed.value) } : placed,
  );
}

type RuleEdit = Exclude<RouteEdit, { readonly trunk: number } | { readonly kind: "remove-rule" }>;
type TrunkEdit = Exclude<Extract<RouteEdit, { readonly trunk: number }>, { readonly kind: "remove-trunk" }>;

function editedRule(rule: DispatchRule, edit: RuleEdit): DispatchRule {
  switch (edit.kind) {
    case "add-entry":
      return { ...rule, [edit.list]: [...(rule[edit.list] ?? []), edit.entry] };
    case "replace-entry":
      return {
        ...rule,
        [edit.list]: (rule[edit.list] ?? []).map((entry) => (entry === edit.old ? edit.entry : entry)),
      };
    case "move-entry": {
      const target = (rule[edit.to] ?? []).filter((entry) => entry !== edit.entry);
      return { ...dropped(rule, edit.from, edit.old), [edit.to]: [...target, edit.entry] };
    }
    case "remove-entry":
      return dropped(rule, edit.list, edit.entry);
    case "clear-list":
      return { ...rule, [edit.list]: [] };
    case "remove-repeats":
      return withoutRepeats(rule, edit.keep);
    case "set-pin":
      return { ...rule, rule: withPin(rule.rule ?? {}, edit.pin) };
    case "set-kind":
      return { ...rule, rule: { dispatchRuleIndividual: { roomPrefix: edit.roomPrefix } } };
  }
}

function dropped(rule: DispatchRule, list: RuleList, entry: string): DispatchRule {
  return { ...rule, [list]: (rule[list] ?? []).filter((other) => other !== entry) };
}

function withoutRepeats(rule: DispatchRule, keep: readonly string[]): DispatchRule {
  const numbers = (entries: readonly string[]): string[] => {
    const wanted = entries.filter((entry) => keep.includes(entry));
    const byKey = new Map([...entries.toReversed(), ...wanted].map((entry) => [numberKey(entry), entry]));
    return [...byKey.values()].sort((a, b) => entries.indexOf(a) - entries.indexOf(b));
  };
  return {
    ...rule,
    trunkIds: [...new Set(rule.trunkIds)],
    inboundNumbers: numbers(rule.inboundNumbers ?? []),
    numbers: numbers(rule.numbers ?? []),
  };
}

function withPin(kind: RuleKind, pin: string): RuleKind {
  const { dispatchRuleDirect: direct, dispatchRuleIndividual: individual, dispatchRuleCallee: callee } = kind;
  if (direct) return { dispatchRuleDirect: { ...direct, pin } };
  if (individual) return { dispatchRuleIndividual: { ...individual, pin } };
  return callee ? { dispatchRuleCallee: { ...callee, pin } } : kind;
}

function editedTrunk(trunk: InboundTrunk, edit: TrunkEdit): InboundTrunk {
  switch (edit.kind) {
    case "add-trunk-entry":
      return { ...trunk, [edit.list]: [...(trunk[edit.list] ?? []), edit.entry] };
    case "clear-trunk-list":
      return { ...trunk, [edit.list]: [] };
    case "remove-trunk-number":
      return {
        ...trunk,
        numbers: (trunk.numbers ?? []).filter((entry) => sameNumber([entry], edit.number) === undefined),
      };
  }
}
