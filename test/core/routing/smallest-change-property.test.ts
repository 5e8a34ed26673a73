import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { applyChange, smallestChange } from "../../../core/routing/change/smallest-change.ts";
import { explainCall } from "../../../core/routing/reasons.ts";
import { routeCall, type RouteInput } from "../../../core/routing/route.ts";
import { scenario } from "./scenarios.ts";

/** Whether the call ends with the rule that has this name. */
function winsNamed(input: RouteInput, name: string): boolean {
  const { rule, result } = routeCall(input);
  return rule?.name === name && (result === "ACCEPT" || result === "REQUEST_PIN");
}

const TARGET = "the rule that is to win";

/** The scenario with one of its rules named, so that it is found again after the change. */
const withTarget = scenario.chain((input) =>
  fc.nat(input.rules.length - 1).map((position) => ({
    position,
    input: {
      ...input,
      rules: input.rules.map((rule, index) => (index === position ? { ...rule, name: TARGET } : rule)),
    },
  })),
);

describe("the smallest change", () => {
  test("makes the rule win", () => {
    fc.assert(
      fc.property(withTarget, ({ input, position }) => {
        const change = smallestChange(input, position);
        if (change.kind === "wins-already") assert.ok(winsNamed(input, TARGET));
        else if (change.kind === "none") assert.fail(change.reason);
        else {
          assert.ok(!winsNamed(input, TARGET));
          const changed = applyChange(input, change.edits);
          assert.ok(winsNamed({ ...changed, call: input.call }, TARGET), JSON.stringify(change.edits));
        }
      }),
      { numRuns: 3000 },
    );
  });

  test("needs every one of its edits", () => {
    fc.assert(
      fc.property(withTarget, ({ input, position }) => {
        const change = smallestChange(input, position);
        if (change.kind !== "change") return;
        for (const left of change.edits) {
          const fewer = change.edits.filter((edit) => edit !== left);
          const changed = applyChange(input, fewer);
          assert.ok(!winsNamed({ ...changed, call: input.call }, TARGET), JSON.stringify(change.edits));
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe("the reasons", () => {
  test("name every trunk and rule once, and the winner as the outcome has it", () => {
    fc.assert(
      fc.property(scenario, (input) => {
        const { outcome, trunks, steps } = explainCall(input);
        assert.deepEqual(new Set(trunks.map(({ trunk }) => trunk)), new Set(input.trunks));
        assert.equal(trunks.length, input.trunks.length);
        const chosen = trunks.filter(({ role }) => role === "chosen").map(({ trunk }) => trunk);
        assert.deepEqual(chosen, outcome.trunk.trunk ? [outcome.trunk.trunk] : []);
        for (const { step, rules } of steps) {
          assert.deepEqual(new Set(rules.map(({ rule }) => rule)), new Set(input.rules));
          assert.equal(rules.length, input.rules.length);
          const winners = rules.filter(({ role }) => role === "wins").map(({ rule }) => rule);
          assert.deepEqual(winners, step.rule ? [step.rule] : []);
          const ends = rules.filter(({ role }) => role === "ends");
          assert.equal(ends.length, step.result === "ERROR" ? 1 : 0);
        }
        for (const { text } of [...trunks, ...steps.flatMap(({ rules }) => rules)])
          assert.match(text, /^[A-Z][^\n]+\.$/);
      }),
      { numRuns: 3000 },
    );
  });
});
