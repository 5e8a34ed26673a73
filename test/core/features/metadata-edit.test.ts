import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { readRuleDocument } from "../../../core/document.ts";
import { applyMetadataEdit } from "../../../core/features/metadata-edit.ts";
import { metadataStrings } from "../../../core/features/metadata-strings.ts";
import { applyEdits } from "../../../core/fixes.ts";
import { anyDocument } from "../../support/documents.ts";

/** Takes a metadata string out of `before`, writes `changed` into `now`; gives the text or the conflict. */
function edited(before: string, now: string, changed: string, index = 0, withName = true): string {
  const taken = metadataStrings(readRuleDocument(before))[index]!;
  const name = withName ? taken.ownerName : undefined;
  const result = applyMetadataEdit(now, taken.path, taken.text, changed, name);
  if ("conflict" in result) {
    assert.notEqual(result.words, "");
    return result.conflict;
  }
  return applyEdits(now, result.edit ? [result.edit] : []);
}

const agents = (...list: string[]): string => `{"rule": {}, "room_config": {"agents": [${list.join(", ")}]}}`;
const TRIAGE = `{"agent_name": "triage", "metadata": "{\\"a\\": 1}"}`;
const SALES = `{"agent_name": "sales", "metadata": "{\\"a\\": 1}"}`;
const TRIAGE_DONE = `{"agent_name": "triage", "metadata": "{\\"a\\": 2}"}`;

describe("an edit of metadata", () => {
  test("is written back escaped, touching nothing else", () => {
    const text = `{"rule": {}, "metadata": "{\\"url\\": \\"http:\\/\\/a\\", \\"b\\": \\"\\u00e9\\"}" }\r\n`;
    assert.equal(
      edited(text, text, `{"url": "http://a", "c\n": "é"}`),
      `{"rule": {}, "metadata": "{\\"url\\": \\"http:\\/\\/a\\", \\"c\\n\\": \\"\\u00e9\\"}" }\r\n`,
    );
    assert.equal(edited(text, text, ""), `{"rule": {}, "metadata": "" }\r\n`);
  });

  test("goes where the string is by now: another form, another spelling, another place", () => {
    const wrapped = `{"dispatch_rule": {"rule": {}, "metadata": "old"}}`;
    assert.equal(edited(`{"rule": {}, "metadata": "old"}`, wrapped, "new"), wrapped.replace("old", "new"));
    const camel = agents(TRIAGE).replace("room_config", "roomConfig");
    assert.equal(edited(agents(TRIAGE), camel, `{"a": 2}`), camel.replace("1}", "2}"));
    assert.equal(edited(agents(TRIAGE), agents(SALES, TRIAGE), `{"a": 2}`), agents(SALES, TRIAGE_DONE));
    const renamed = agents(TRIAGE.replace("triage", "front"));
    assert.equal(edited(agents(TRIAGE), renamed, `{"a": 2}`), renamed.replace("1}", "2}"));
  });

  test("is done already", () => {
    assert.equal(edited(agents(TRIAGE), agents(TRIAGE_DONE), `{"a": 2}`), agents(TRIAGE_DONE));
    assert.equal(edited(agents(TRIAGE), agents(TRIAGE), `{"a": 1}`), agents(TRIAGE));
  });

  test("meets a string that changed, is gone, could be several, has no end", () => {
    const text = `{"rule": {}, "metadata": "old"}`;
    assert.equal(edited(text, text.replace("old", "other"), "new"), "changed");
    assert.equal(edited(text, `{"rule": {}}`, "new"), "missing");
    assert.equal(edited(text, `{"rule": {}, "metadata": {"a": 1}}`, "new"), "missing");
    assert.equal(edited(text, "", "new"), "missing");
    assert.equal(edited(text, `{"rule": {}, "metadata": "old\n}`, "new"), "unclosed");
    assert.equal(edited(agents(TRIAGE), agents(SALES, TRIAGE, TRIAGE), "new"), "ambiguous");
    assert.equal(edited(agents(TRIAGE), agents(SALES, SALES), "new"), "changed");
    assert.equal(
      edited(agents(SALES, TRIAGE), agents(TRIAGE, TRIAGE), "new", 0, false),
      agents(TRIAGE.replace(/"\{.*\}"/, `"new"`), TRIAGE),
    );
    assert.equal(
      edited(agents(SALES, TRIAGE), agents(TRIAGE), "new", 1, false),
      agents(TRIAGE.replace(/"\{.*\}"/, `"new"`)),
    );
  });

  test("leaves a broken file broken, and mends a broken string", () => {
    const broken = `{"rule": {,}, "metadata": "a\\x" `;
    assert.equal(edited(broken, broken, "b"), `{"rule": {,}, "metadata": "b" `);
  });

  test("arrives in any document, and nothing else changes", () => {
    const texts = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.json(),
      fc.constantFrom("", "\ud83d", `{"voice": "noir"}`),
    );
    fc.assert(
      fc.property(anyDocument, texts, (text, changed) => {
        for (const { path, text: original, ownerName, range } of metadataStrings(readRuleDocument(text))) {
          const result = applyMetadataEdit(text, path, original, changed, ownerName);
          if ("conflict" in result || !result.edit) continue;
          const after = applyEdits(text, [result.edit]);
          const there = metadataStrings(readRuleDocument(after)).find(
            ({ path: other }) => other.join() === path.join(),
          );
          assert.equal(there?.text, changed);
          assert.ok(result.edit.start >= range.start && result.edit.end <= range.end);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test("is the smallest that makes one text of another", () => {
    const word = fc.string({
      unit: fc.constantFrom("a", "b", '"', "\\", "\n", "\ud83d\ude00", "\ud83d\ude01"),
      maxLength: 8,
    });
    fc.assert(
      fc.property(word, word, word, word, (before, old, changed, after) => {
        const text = JSON.stringify({ rule: {}, metadata: before + old + after });
        const result = applyMetadataEdit(text, ["metadata"], before + old + after, before + changed + after);
        assert.ok("edit" in result);
        const edits = result.edit ? [result.edit] : [];
        assert.deepEqual(JSON.parse(applyEdits(text, edits)), {
          rule: {},
          metadata: before + changed + after,
        });
        assert.ok((result.edit?.newText.length ?? 0) <= JSON.stringify(changed).length - 2);
      }),
      { numRuns: 1000 },
    );
  });
});
