import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { checkDocument } from "../../core/check-document.ts";
import { CheckSession } from "../../core/check-session.ts";
import { readRuleDocument } from "../../core/document.ts";
import type { Problem } from "../../core/problem.ts";
import { anyDocument } from "../support/documents.ts";

/** Rules as a list shows them, some with something to say about them. */
function listOf(count: number): string {
  const kinds = [
    { dispatchRuleDirect: { roomName: "lobby", pin: "12#4" } },
    { dispatchRuleIndividual: { roomPrefix: "call-" } },
    { dispatchRuleCallee: { roomPrefix: "line-${x}", randomize: true } },
    { dispatchRuleDirect: {}, dispatchRuleCallee: {} },
  ];
  const items = Array.from({ length: count }, (_, i) => ({
    sipDispatchRuleId: `SDR_${String(i).padStart(12, "A")}`,
    rule: kinds[i % kinds.length],
    trunkIds: i % 3 === 0 ? ["ST_YOUR_TRUNK"] : [],
    ...(i % 5 === 0 && { pin: 1 }),
    metadata: i % 2 ? '{"a": 1}' : '{"a": ',
  }));
  return JSON.stringify({ items }, null, 2) + "\n";
}

const plain = (problems: readonly Problem[]): unknown[] =>
  problems
    .map(({ code, severity, message, start, end, livekit, related, tags }) => ({
      code,
      severity,
      message,
      start,
      end,
      livekit,
      related: [...related],
      tags: [...tags],
    }))
    .map((problem) => JSON.stringify(problem))
    .sort();

const fresh = (text: string): Problem[] => checkDocument(readRuleDocument(text));

const edits = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    remove: fc.integer({ min: 0, max: 6 }),
    insert: fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom("", "a", "x y", "1", " ", "\n") },
      { weight: 1, arbitrary: fc.constantFrom('"', "{", "}", "]", ",", ":", '"pin": "1",', "{}", "\\", "é") },
    ),
  }),
  { minLength: 1, maxLength: 12 },
);

function follow(text: string, changes: readonly { at: number; remove: number; insert: string }[]): void {
  const session = new CheckSession(text);
  let current = text;
  for (const { at, remove, insert } of changes) {
    const offset = Math.floor(at * current.length);
    const deleted = Math.min(remove, current.length - offset);
    current = current.slice(0, offset) + insert + current.slice(offset + deleted);
    const problems = session.edit(offset, deleted, insert);
    assert.deepEqual(plain(problems), plain(fresh(current)));
    assert.equal(session.document.text, current);
  }
}

describe("a session", () => {
  test("says after every edit of a long list what a fresh look at the whole text says", () => {
    fc.assert(fc.property(fc.integer({ min: 8, max: 30 }).map(listOf), edits, follow), { numRuns: 300 });
  });

  test("and of any other document", () => {
    fc.assert(fc.property(anyDocument, edits, follow), { numRuns: 300 });
  });

  test("looks at one rule only where an edit stays inside it", () => {
    const text = listOf(12);
    const session = new CheckSession(text);
    session.edit(text.indexOf("lobby"), 5, "hall");
    assert.equal(session.lastLook, "one rule");
    session.edit(text.indexOf("lobby"), 0, '"');
    assert.equal(session.lastLook, "the whole");
  });

  test("gives the fixes of a problem in the text as it is now", () => {
    const text = listOf(12);
    const session = new CheckSession(text);
    const at = text.indexOf("12#4") + 4;
    const problems = session.edit(at, 0, "5");
    const current = text.slice(0, at) + "5" + text.slice(at);
    assert.deepEqual(
      problems.map((problem) => problem.fixes.map((fix) => [fix.title, fix.edits])),
      fresh(current).map((problem) => problem.fixes.map((fix) => [fix.title, fix.edits])),
    );
  });
});
