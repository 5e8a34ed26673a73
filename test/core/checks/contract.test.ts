/** What every check promises, read off its own examples. */
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { describe, it } from "node:test";
import type { Check } from "../../../core/check.ts";
import { checks } from "../../../core/checks/index.generated.ts";
import { applyEdits } from "../../../core/fixes.ts";
import type { Fix, Problem } from "../../../core/problem.ts";
import type { Target } from "../../../core/rules/targets.ts";
import { problemsIn, problemsOf, unmarked, withMarks } from "./marked.ts";
import { assertTexts } from "./check-texts.ts";

interface Bad {
  readonly text: string;
  readonly marked: string;
  readonly fixed: string | undefined;
  readonly target: Target;
}

function badExamples(check: Check): Bad[] {
  return check.examples.flatMap((example) =>
    "bad" in example
      ? [
          {
            text: unmarked(example.bad).text,
            marked: example.bad,
            fixed: example.fixed,
            target: example.target ?? "auto",
          },
        ]
      : [],
  );
}

/** Every fix of every problem of a check in its examples. */
function* fixesOf(check: Check): Generator<{ bad: Bad; problem: Problem; fix: Fix }> {
  for (const bad of badExamples(check))
    for (const problem of problemsOf(check.code, bad.text, bad.target))
      for (const fix of problem.fixes) yield { bad, problem, fix };
}

const errors = (problems: readonly Problem[]): number =>
  problems.filter((problem) => problem.severity === "error").length;

describe("the list of checks", () => {
  it("holds every file of core/checks, under the name of the file, sorted", () => {
    const files = readdirSync(new URL("../../../core/checks/", import.meta.url), { withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== "index.generated.ts")
      .map((entry) => entry.name.replace(/\.ts$/, ""));
    assert.deepEqual(
      checks.map((check) => check.code),
      files.sort(),
    );
  });
});

for (const check of checks) {
  describe(check.code, () => {
    it("says what it is about and why", () => {
      assertTexts(check);
    });

    it("has an example that fails and one that passes", () => {
      assert.ok(check.examples.some((example) => "bad" in example));
      assert.ok(check.examples.some((example) => "good" in example));
    });

    it("reports the marked ranges of the bad examples and nothing in the good ones", () => {
      for (const { text, marked, target } of badExamples(check)) {
        const found = problemsOf(check.code, text, target);
        assert.equal(withMarks(text, found), marked);
        assert.ok(found.length > 0, "no range is marked");
      }
      for (const example of check.examples)
        if ("good" in example)
          assert.deepEqual(
            problemsOf(check.code, example.good, example.target).map((problem) => problem.message),
            [],
            example.good,
          );
    });

    it("speaks in short sentences, of the document and not of LiveKit's position", () => {
      for (const { text, target } of badExamples(check))
        for (const { message, related } of problemsOf(check.code, text, target)) {
          assert.match(message, /[.?!]$/);
          assert.ok(message.length < 300, message);
          assert.doesNotMatch(message, /proto:|\(line \d|undefined|[\r\n]/);
          for (const place of related) assert.match(place.message, /\S[.?!]$/);
        }
    });

    it("makes the fixed document of each example with the first fix of its first problem", () => {
      for (const { text, target, fixed } of badExamples(check)) {
        const [fix] = problemsOf(check.code, text, target)[0]?.fixes ?? [];
        assert.equal(fix && applyEdits(text, fix.edits), fixed, text);
      }
    });

    it("edits in order, inside the text, without overlap and without edits that change nothing", () => {
      for (const { bad, fix } of fixesOf(check)) {
        let behind = 0;
        assert.ok(fix.edits.length > 0, fix.title);
        assert.match(fix.title, /^[A-Z].*[^.]$/);
        for (const { start, end, newText } of fix.edits) {
          assert.ok(
            behind <= start && start <= end && end <= bad.text.length,
            `${fix.title}: ${start}-${end}`,
          );
          assert.notEqual(bad.text.slice(start, end), newText, fix.title);
          behind = end;
        }
      }
    });

    it("clears a problem with each of its fixes", () => {
      for (const { bad, fix } of fixesOf(check)) {
        const before = problemsOf(check.code, bad.text, bad.target).length;
        const text = applyEdits(bad.text, fix.edits);
        const after = problemsOf(check.code, text, bad.target);
        assert.ok(after.length < before, `${fix.title}: ${withMarks(text, after)}`);
      }
    });

    it("comes to an end when its first fixes are applied one after another", () => {
      for (const bad of badExamples(check)) {
        let { text } = bad;
        for (let rounds = 0; ; rounds++) {
          const fix = problemsOf(check.code, text, bad.target).find((problem) => problem.fixes.length > 0)
            ?.fixes[0];
          if (!fix) break;
          assert.ok(rounds < 10, text);
          text = applyEdits(text, fix.edits);
        }
      }
    });

    it("makes no new error with a safe fix", () => {
      for (const { bad, fix } of fixesOf(check)) {
        if (!fix.isSafe) continue;
        const before = problemsIn(bad.text, bad.target);
        const after = problemsIn(applyEdits(bad.text, fix.edits), bad.target);
        assert.ok(
          errors(after) <= errors(before),
          `${fix.title}: ${after.map(({ code }) => code).join(", ")}`,
        );
      }
    });
  });
}
