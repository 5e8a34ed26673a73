import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { callsAnswer } from "../../../cli/subject/calls.ts";

/** Whole calls recorded against a real LiveKit 1.13.5, and what 1.13.11 did with them where that was tried. */
interface Recording {
  readonly id: string;
  readonly expect: object;
  readonly newer?: object | "same";
}

const file = new URL("../../conformance/calls.ndjson", import.meta.url);
const recordings = readFileSync(file, "utf8").split("\n").filter(Boolean);

function check(question: object, expected: object): void {
  const { id: _, ...answer } = JSON.parse(JSON.stringify(callsAnswer(question))) as Record<string, unknown>;
  assert.deepEqual(answer, expected);
}

describe("recorded calls", () => {
  for (const line of recordings) {
    const { expect, newer, ...question } = JSON.parse(line) as Recording;
    test(question.id, () => check(question, expect));
    if (newer) {
      const expected = newer === "same" ? expect : newer;
      test(`${question.id} on 1.13.11`, () => check({ ...question, server: "1.13.11" }, expected));
    }
  }
});
