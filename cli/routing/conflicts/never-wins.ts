/** Rules that no call can reach: a PIN that no phone can enter, and what the trunks say. Only what is certain is told. */
import { MOST_LOOKED_AT } from "../../../core/picture/groups.ts";
import { isEnterable } from "../../../core/routing/after/pin-entry.ts";
import { createConflictIndex } from "../../../core/routing/conflict-index.ts";
import { KnownTrunks } from "../../../core/routing/reach/known-trunks.ts";
import { whyUnreachable } from "../../../core/routing/reach/unreachable.ts";
import { unreachableWords } from "../../../core/routing/reach/unreachable-words.ts";
import { ruleName } from "../../../core/routing/reasons/names.ts";
import { kindOf } from "../../../core/routing/rule/rule-kind.ts";
import type { DispatchRule, InboundTrunk } from "../../../core/routing/types.ts";
import { withTellingNames, type SourcedRule } from "../../../core/routing/sourced-rule.ts";

export interface NeverWins {
  readonly rule: SourcedRule;
  /** The rules that go first instead. */
  readonly shadowedBy: readonly SourcedRule[];
  readonly text: string;
}

/** @param trunks all inbound trunks; `undefined` where they are not known */
export function findNeverWinning(
  rules: readonly SourcedRule[],
  trunks: readonly InboundTrunk[] | undefined,
): NeverWins[] {
  const known = trunks && new KnownTrunks(trunks);
  const claimants = known && claimantsAmong(rules);
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
    const found = known && claimants && whyUnreachable(rule.rule, known, claimants);
    if (!found) return [];
    const shadows = found.why === "shadowed" ? found.shadows : [];
    const reason = unreachableWords(found, ({ shown }) => ruleName(shown));
    return [
      {
        rule,
        shadowedBy: [...new Set(shadows.map((shadow) => shadow.rule.sourced))],
        text: `No call gets to it: ${reason}`,
      },
    ];
  });
}

interface Candidate {
  readonly rule: DispatchRule;
  /** With a name that tells it from the others. */
  readonly shown: DispatchRule;
  readonly sourced: SourcedRule;
}

function claimantsAmong(sources: readonly SourcedRule[]): (claims: DispatchRule) => Candidate[] {
  const named = withTellingNames(sources);
  const rules = sources.map(({ rule }) => rule);
  const index = createConflictIndex(rules);
  return (claims) => {
    index.update(rules.length, claims);
    const found = index.sharing(rules.length, MOST_LOOKED_AT);
    index.update(rules.length, undefined);
    return found.flatMap((at): Candidate[] => {
      const [sourced, shown] = [sources[at], named[at]];
      return sourced && shown ? [{ rule: sourced.rule, shown, sourced }] : [];
    });
  };
}
