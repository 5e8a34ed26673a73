/** What holds for every text, however broken: read off the checks' examples, cut short and damaged at random. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { checks } from "../../../core/checks/index.generated.ts";
import { applyEdits } from "../../../core/fixes.ts";
import type { Edit, Problem } from "../../../core/problem.ts";
import { TARGETS, type Target } from "../../../core/rules/targets.ts";
import { problemsIn, unmarked } from "./marked.ts";

const texts = [
  ...new Set(
    checks.flatMap((check) =>
      check.examples.map((example) => unmarked("bad" in example ? example.bad : example.good).text),
    ),
  ),
].filter((text) => text.length < 2000);

const scraps = [
  '"',
  "'",
  "{",
  "}",
  "[",
  "]",
  ",",
  ":",
  "\n",
  "\\",
  "null",
  "7",
  "//x\n",
  "\u00a0",
  '"rule":{}',
];

const damaged = fc
  .tuple(
    fc.constantFrom(...texts),
    fc.array(fc.tuple(fc.nat(2000), fc.nat(6), fc.constantFrom("", ...scraps)), { maxLength: 3 }),
  )
  .map(([text, damages]) =>
    damages.reduce((whole, [at, length, scrap]) => {
      const start = at % (whole.length + 1);
      return whole.slice(0, start) + scrap + whole.slice(start + length);
    }, text),
  );

const targets = fc.constantFrom(...TARGETS);

describe("every check, on any text", () => {
  it("reports inside the text, and offers edits that fit", () => {
    fc.assert(
      fc.property(damaged, targets, (text, target) => {
        for (const problem of problemsIn(text, target)) sound(problem, text);
      }),
      { numRuns: 3000 },
    );
  });

  it("does so at every prefix of every example", () => {
    for (const text of texts)
      for (let end = 0; end < text.length; end++) {
        const prefix = text.slice(0, end);
        for (const problem of problemsIn(prefix)) sound(problem, prefix);
      }
  });

  it("comes to an end when safe fixes are applied again and again", () => {
    fc.assert(
      fc.property(damaged, targets, (text, target) => {
        let now = text;
        for (let round = 0; ; round++) {
          const next = withSafeFixes(now, target);
          if (next === now) return;
          assert.ok(round < 20, JSON.stringify({ text, now }));
          now = next;
        }
      }),
      { numRuns: 2000 },
    );
  });
});

function sound({ code, start, end, message, fixes, related }: Problem, text: string): void {
  assert.ok(0 <= start && start <= end && end <= text.length, `${code} ${start}-${end} in ${text}`);
  assert.match(message, /[.?!]$/, code);
  assert.ok(message.length < 300, message);
  for (const place of related) assert.ok(place.end <= text.length, code);
  for (const fix of fixes) {
    let behind = 0;
    for (const edit of fix.edits) {
      assert.ok(
        behind <= edit.start && edit.start <= edit.end && edit.end <= text.length,
        `${code}: ${fix.title}`,
      );
      behind = edit.end;
    }
  }
}

/** The first safe fix of each problem, those left out that touch another one. */
function withSafeFixes(text: string, target: Target): string {
  const taken: Edit[] = [];
  for (const problem of problemsIn(text, target)) {
    const fix = problem.fixes.find((each) => each.isSafe);
    const touches = fix?.edits.some((a) => taken.some((b) => a.start <= b.end && b.start <= a.end));
    if (fix && !touches) taken.push(...fix.edits);
  }
  return applyEdits(text, taken);
}
