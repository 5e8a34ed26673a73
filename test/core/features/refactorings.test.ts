import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { readRuleDocument, type RuleDocument } from "../../../core/document.ts";
import { refactorings } from "../../../core/features/refactorings.ts";
import { applyEdits } from "../../../core/fixes.ts";
import { readJson } from "../../../core/json/reader.ts";
import { canonicalMessage } from "../../../core/protocol/canonical.ts";
import { anyDocument, EXAMPLES } from "../../support/documents.ts";

/** What LiveKit reads of each rule. An update request has the rule's id beside it. */
function rules(document: RuleDocument): unknown[] {
  return document.rules.map(({ tree, node }) => {
    const { sipDispatchRuleId: _, ...rule } = canonicalMessage(tree, node);
    return rule;
  });
}

describe("refactorings", () => {
  test("at any place of any text: edits in order, JSON as before", () => {
    const place = fc.double({ min: -0.1, max: 1.1, noNaN: true });
    fc.assert(
      fc.property(anyDocument, place, place, (text, from, to) => {
        const range = { start: Math.floor(from * text.length), end: Math.floor(to * text.length) };
        for (const { title, edits, newFile } of refactorings(readRuleDocument(text), range)) {
          assert.notEqual(title, "");
          let last = 0;
          for (const { start, end } of edits) {
            assert.ok(last <= start && start <= end && end <= text.length, title);
            last = end;
          }
          assert.deepEqual(readJson(newFile?.text ?? applyEdits(text, edits)).problems, [], title);
        }
      }),
      { numRuns: 3000 },
    );
  });

  test("at every place of every example: LiveKit reads the same, but for the kind", () => {
    const seen = new Set<string>();
    for (const text of Object.values(EXAMPLES)) {
      const document = readRuleDocument(text);
      for (let offset = 0; offset <= text.length; offset++)
        for (const { title, edits, newFile } of refactorings(document, { start: offset, end: offset })) {
          seen.add(title.split(/[ :]/).slice(0, 3).join(" "));
          if (newFile) continue;
          const changed = rules(readRuleDocument(applyEdits(text, edits)));
          const before = rules(document);
          if (title.endsWith("in this string"))
            assert.deepEqual(changed.map(withoutMetadata), before.map(withoutMetadata));
          else if (title.startsWith("Make it"))
            assert.deepEqual(changed.map(withoutKind), before.map(withoutKind));
          else assert.deepEqual(changed, before, title);
        }
    }
    assert.deepEqual([...seen].sort(), [
      "Extract the rule",
      "Make it a",
      "Make it an",
      "Minify the JSON",
      "Spell all fields",
      "Unwrap to the",
      "Wrap in `dispatch_rule`,",
    ]);
  });
});

/** A rule with its PIN and the text of its room, whatever that is called. */
function withoutKind(rule: unknown): unknown {
  const text = JSON.stringify(rule);
  return text
    .replace(/"dispatchRule(?:Direct|Individual|Callee)"/, '"kind"')
    .replace(/"room(?:Name|Prefix)"/, '"room"')
    .replace(/,?"(?:randomize|noRandomness)":true/, "");
}

/** Metadata is JSON in these examples, and stays the same JSON. */
function withoutMetadata(rule: unknown): unknown {
  return JSON.parse(JSON.stringify(rule), (name, value: unknown) =>
    name === "metadata" && typeof value === "string" ? (JSON.parse(value) as unknown) : value,
  );
}
