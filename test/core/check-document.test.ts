import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { checkDocument } from "../../core/check-document.ts";
import { readRuleDocument } from "../../core/document.ts";
import { applyEdits } from "../../core/fixes.ts";
import { decodeUtf8 } from "../../core/json/bytes.ts";
import type { Problem } from "../../core/problem.ts";
import { TARGETS, type Target } from "../../core/rules/targets.ts";
import { anyDocument, EXAMPLES } from "../support/documents.ts";
import { conformanceFile, readLines } from "../support/shared.ts";

const targets = fc.constantFrom<Target>(...TARGETS);

function problemsOf(text: string, target: Target, hasRawBytes = false): Problem[] {
  return checkDocument(readRuleDocument(text, target, hasRawBytes));
}

function assertSound(text: string, problems: readonly Problem[]): void {
  let last = 0;
  for (const problem of problems) {
    assert.ok(problem.start >= last && problem.start <= problem.end && problem.end <= text.length);
    last = problem.start;
    assert.match(problem.message, /[.?!]$/);
    for (const place of problem.related) assert.ok(place.start <= place.end && place.end <= text.length);
    for (const fix of problem.fixes) {
      let end = 0;
      for (const edit of fix.edits) {
        assert.ok(edit.start >= end && edit.start <= edit.end && edit.end <= text.length, fix.title);
        end = edit.end;
      }
      assert.notEqual(applyEdits(text, fix.edits), text, `${problem.code}: ${fix.title}`);
    }
  }
}

describe("what is said about a document", () => {
  test("a string that is not closed is looked at like any other, however short", () => {
    const rule = `{"dispatch_rule": {"rule": {"dispatchRuleDirect": {"roomName": "x"`;
    for (const [start, code] of [
      [`${rule}, "pin": "12345678901`, "pin-too-long"],
      [`${rule}}}, "room_config": {"agents": [{"agent_name": "CA_4nPw9LcYb6Ha`, "cloud-agent-id"],
    ] as const)
      assert.ok(
        problemsOf(start, "auto").some((problem) => problem.code === code),
        code,
      );
  });

  test("any text, for any reader: places inside the text, in order, fixes that can be applied", () => {
    fc.assert(
      fc.property(anyDocument, targets, (text, target) => assertSound(text, problemsOf(text, target))),
      { numRuns: 2000 },
    );
  });

  test("every prefix of every example", () => {
    for (const text of Object.values(EXAMPLES))
      for (let length = 0; length <= text.length; length++) {
        const prefix = text.slice(0, length);
        assertSound(prefix, problemsOf(prefix, "auto"));
      }
  });

  test("what a named reader accepts is never an error; what it refuses is, in its words, named once as the first", () => {
    fc.assert(
      fc.property(anyDocument, targets, (text, target) => {
        fc.pre(target !== "auto");
        const document = readRuleDocument(text, target);
        const problems = checkDocument(document);
        const errors = problems.filter((problem) => problem.severity === "error");
        const isAccepted = document.verdict?.ok && document.serverRefusals.length === 0;
        if (isAccepted) {
          assert.deepEqual(errors, []);
          return;
        }
        const first = errors.filter((problem) => problem.livekit?.isFirst);
        assert.equal(first.length, 1);
        const wanted = document.verdict?.error ?? document.serverRefusals[0]?.text;
        assert.equal(first[0]?.livekit?.text, wanted);
      }),
      { numRuns: 2000 },
    );
  });

  test("the conformance documents: the first error is LiveKit's, the accepted ones have none", () => {
    interface Case {
      target: Target | "info";
      withId?: boolean;
      text?: string;
      b64?: string;
      expect: { ok: boolean; error?: string };
      older?: { ok: boolean; error?: string };
    }
    let compared = 0;
    for (const each of readLines(conformanceFile("decode.ndjson")) as Case[]) {
      // Here `lk-update` has an id from the command line, and `info` is no reader that a person can choose.
      if (each.target === "info" || (each.target === "lk-update" && !each.withId)) continue;
      const { text, hasRawBytes } =
        each.b64 === undefined
          ? { text: each.text ?? "", hasRawBytes: false }
          : decodeUtf8(Buffer.from(each.b64, "base64"));
      const wanted = each.older ?? each.expect;
      const problems = problemsOf(text, each.target, hasRawBytes);
      const first = problems.find((problem) => problem.livekit?.isFirst);
      if (wanted.ok) assert.ok(first === undefined || first.livekit?.by === "server", text);
      else
        assert.equal(
          first?.livekit?.text.replace(/\ufffd+/g, "\ufffd"),
          wanted.error?.replace(/\ufffd+/g, "\ufffd"),
          text,
        );
      compared++;
    }
    assert.ok(compared > 500);
  });

  test("levels: a check can be set to another one, or off", () => {
    const text = `{"rule": {"dispatchRuleDirect": {"roomName": "a", "pin": "1#"}}}`;
    const document = readRuleDocument(text);
    const level = (levels: Record<string, "off" | "error">): string | undefined =>
      checkDocument(document, levels).find((problem) => problem.code === "pin-unreachable")?.severity;
    assert.equal(level({}), "warning");
    assert.equal(level({ "pin-unreachable": "error" }), "error");
    assert.equal(level({ "pin-unreachable": "off" }), undefined);
  });
});
