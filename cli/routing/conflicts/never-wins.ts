/**
 * Rules that no call can reach. LiveKit's check for conflicts keeps a rule from hiding another one on the same trunk,
 * PIN and numbers, so that only this is left: a PIN that no phone can enter, and what the trunks say. Only what is
 * certain is told.
 */
import { named } from "../../../core/text/show.ts";
import { ruleName, trunkName } from "../../../core/routing/reasons/names.ts";
import { kindOf } from "../../../core/routing/rule/rule-kind.ts";
import type { DispatchRule, InboundTrunk } from "../../../core/routing/types.ts";
import { withTellingNames, type SourcedRule } from "../sourced-rule.ts";
import { Takers } from "./takers.ts";
import { isEnterable } from "../../../core/routing/after/pin-entry.ts";

export interface NeverWins {
  readonly rule: SourcedRule;
  /** The rules that go first instead. */
  readonly shadowedBy: readonly SourcedRule[];
  readonly text: string;
}

const MOST_NAMED = 3;

/** @param trunks all inbound trunks; `undefined` where they are not known */
export function findNeverWinning(
  rules: readonly SourcedRule[],
  trunks: readonly InboundTrunk[] | undefined,
): NeverWins[] {
  const shown = withTellingNames(rules);
  const takers = trunks && new Takers(trunks);
  const openByTrunk = byTrunk(shown);
  const positions = new Map(shown.map((rule, position) => [rule, position]));
  return rules.flatMap((rule): NeverWins[] => {
    const pin = kindOf(rule.rule)?.pin ?? "";
    if (pin !== "" && !isEnterable(pin))
      return [
        {
          rule,
          shadowedBy: [],
          text: "No phone can enter its PIN: LiveKit hears 0 to 9, * and a to d, at most sixteen of them.",
        },
      ];
    if (!takers) return [];
    const text = takers.whyUnreachable(rule.rule);
    if (text !== undefined) return [{ rule, shadowedBy: [], text }];
    const shadows = shadowsOf(rule.rule, takers, openByTrunk);
    if (!shadows) return [];
    const shadowing = new Set(shadows.flatMap(({ shadow }) => positions.get(shadow) ?? []));
    const reasons = shadows
      .slice(0, MOST_NAMED)
      .map(
        ({ number, trunk, shadow }) =>
          `a call to ${named(number)} comes in on ${trunkName(trunk)}, where ${ruleName(shadow)} goes first`,
      );
    const rest = shadows.length > MOST_NAMED ? [`so with ${shadows.length - MOST_NAMED} more numbers`] : [];
    return [
      {
        rule,
        shadowedBy: [...shadowing].flatMap((at) => rules[at] ?? []),
        text: `It lists no trunk, and every number that it lists is a trunk's: ${[...reasons, ...rest].join("; ")}.`,
      },
    ];
  });
}

interface Shadow {
  readonly number: string;
  readonly trunk: InboundTrunk;
  readonly shadow: DispatchRule;
}

/** For each called number of a rule without trunks what goes first; `undefined` where that is not certain. */
function shadowsOf(
  rule: DispatchRule,
  takers: Takers,
  openByTrunk: ReadonlyMap<string, readonly DispatchRule[]>,
): Shadow[] | undefined {
  if (rule.trunkIds?.length || !rule.numbers?.length) return undefined;
  const shadows: Shadow[] = [];
  for (const number of new Set(rule.numbers)) {
    const trunk = takers.surelyTaking(number);
    const shadow =
      trunk &&
      openByTrunk.get(trunk.sipTrunkId ?? "")?.find((candidate) => coversCalls(candidate, rule, number));
    // With a PIN it could be left by pressing `#`, or by entering the PIN of the rule without trunks.
    if (!trunk || !shadow || (kindOf(rule)?.pin ?? "") !== "") return undefined;
    shadows.push({ number, trunk, shadow });
  }
  return shadows;
}

/** Whether an open rule of the trunk fits every call to the number that the other rule fits. */
function coversCalls(candidate: DispatchRule, rule: DispatchRule, number: string): boolean {
  const { numbers = [], inboundNumbers = [] } = candidate;
  if (numbers.length > 0 && !numbers.includes(number)) return false;
  if (inboundNumbers.length === 0) return true;
  const callers = rule.inboundNumbers ?? [];
  return callers.length > 0 && callers.every((caller) => inboundNumbers.includes(caller));
}

/** Open rules by the trunks that they list. */
function byTrunk(rules: readonly DispatchRule[]): Map<string, DispatchRule[]> {
  const found = new Map<string, DispatchRule[]>();
  for (const rule of rules) {
    if (kindOf(rule)?.pin !== "") continue;
    for (const id of new Set(rule.trunkIds)) {
      const here = found.get(id);
      if (here) here.push(rule);
      else found.set(id, [rule]);
    }
  }
  return found;
}
