import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { conflictsFull, createConflictIndex } from "../../../core/routing/conflict-index.ts";
import { RuleValidator } from "../../../core/routing/rule/rule-validator.ts";
import { claimKeys } from "../../../core/routing/rule/claims.ts";
import type { DispatchRule } from "../../../core/routing/types.ts";
import { rule } from "./scenarios.ts";

/** The partners of a rule in LiveKit's full pass. */
function partners(pairs: readonly number[], position: number): number[] {
  const found: number[] = [];
  for (let i = 0; i < pairs.length; i += 2)
    if (pairs[i] === position) found.push(pairs[i + 1]!);
    else if (pairs[i + 1] === position) found.push(pairs[i]!);
  return found;
}

/** Whether two rules claim any of the same. */
function share(a: DispatchRule | null | undefined, b: DispatchRule | null): boolean {
  const keys = new Set(a ? claimKeys(a) : []);
  return b !== null && claimKeys(b).some((key) => keys.has(key));
}

const ascending = (a: number, b: number): number => a - b;
const edits = fc.array(fc.tuple(fc.nat(9), fc.option(rule)), { maxLength: 25 });

describe("the conflict index", () => {
  test("says after every change what the pass over all rules says", () => {
    fc.assert(
      fc.property(fc.array(rule, { maxLength: 10 }), edits, (rules, changes) => {
        const index = createConflictIndex(rules);
        const now: (DispatchRule | undefined)[] = [...rules];
        for (const [position, next] of changes) {
          now[position] = next ?? undefined;
          const found = index.update(position, next ?? undefined);
          const pairs = conflictsFull(Array.from({ length: now.length }, (_, i) => now[i] ?? {}));
          assert.deepEqual(found, partners(pairs, position));
          for (let other = 0; other < now.length; other++)
            assert.deepEqual(index.conflictsOf(other), partners(pairs, other));
          const sharing = now.flatMap((one, other) =>
            other !== position && share(one, next) ? [other] : [],
          );
          assert.deepEqual(index.sharing(position, 100).sort(ascending), sharing);
          assert.equal(index.sharing(position, 2).length, Math.min(2, sharing.length));
        }
      }),
      { numRuns: 1500 },
    );
  });

  test("finds a conflict exactly where LiveKit's own check stops", () => {
    fc.assert(
      fc.property(fc.array(rule, { maxLength: 6 }), (all) => {
        const rules = all.filter((one) => Object.keys(one.rule ?? {}).length > 0);
        const validator = new RuleValidator();
        const stop = rules.findIndex((one) => validator.add(one) !== undefined);
        assert.equal(conflictsFull(rules)[0] ?? -1, stop);
      }),
    );
  });

  test("answers for hundreds of thousands of rules that claim the same", () => {
    const same: DispatchRule = { rule: { dispatchRuleDirect: {} } };
    const index = createConflictIndex(Array.from({ length: 300_000 }, () => same));
    assert.equal(index.conflictsOf(0).length, 299_999);
    assert.deepEqual(index.conflictsOf(7), [0]);
    assert.deepEqual(index.sharing(7, 3), [0, 1, 2]);
  });

  test("forgets numbers that are long gone, and stays right", () => {
    const numbered = (number: number): DispatchRule => ({
      rule: { dispatchRuleDirect: {} },
      numbers: [`+1555${number}`],
    });
    const index = createConflictIndex([numbered(1), numbered(2)]);
    for (let number = 10; number < 12_000; number++) assert.deepEqual(index.update(1, numbered(number)), []);
    assert.deepEqual(index.update(1, numbered(1)), [0]);
    assert.deepEqual(index.conflictsOf(0), [1]);
  });

  test("tells values apart that hold the separator of keys", () => {
    const direct = (pin: string, trunk: string): DispatchRule => ({
      rule: { dispatchRuleDirect: { pin } },
      trunkIds: [trunk],
    });
    assert.deepEqual(conflictsFull([direct("a", "\0b"), direct("a\0", "b")]), []);
    assert.deepEqual(conflictsFull([direct("a", "\0\x01b"), direct("a", "\0b")]), []);
    assert.deepEqual(conflictsFull([direct("a", "\0b"), direct("a", "\0b")]), [1, 0]);
  });
});
