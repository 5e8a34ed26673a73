import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { conflictsAnswer } from "../../../cli/subject/conflicts.ts";
import { numberAnswer } from "../../../cli/subject/number.ts";
import { priorityAnswer } from "../../../cli/subject/priority.ts";
import { routeAnswer } from "../../../cli/subject/route.ts";
import { readCases, type Case, type Mode } from "./cases.ts";

const ANSWERS: Readonly<Record<Mode, (question: never) => object>> = {
  route: routeAnswer,
  conflicts: conflictsAnswer,
  priority: priorityAnswer,
  number: numberAnswer,
};

/** Without what is only information: which trunks were passed over. */
function comparable(answer: unknown): unknown {
  const plain = JSON.parse(JSON.stringify(answer)) as Record<string, unknown>;
  delete plain["id"];
  const trunk = plain["trunk"] as Record<string, unknown> | undefined;
  for (const name of ["filtered", "code", "error"]) delete trunk?.[name];
  return plain;
}

function check({ expect, ...question }: Case, mode: Mode): void {
  const answer = ANSWERS[mode](question as never);
  assert.deepEqual(comparable(answer), comparable(expect), question.id);
}

describe("LiveKit's own answers", () => {
  for (const mode of ["route", "conflicts", "priority"] as const)
    test(mode, () => {
      const cases = readCases(mode);
      assert.ok(cases.length >= 50);
      for (const one of cases) check(one, mode);
    });

  test("the tables of LiveKit's own tests", () => {
    const cases = readCases("official-tables");
    assert.equal(cases.length, 147);
    for (const one of cases) check(one, one.mode ?? assert.fail(`${one.id} has no mode`));
  });
});
