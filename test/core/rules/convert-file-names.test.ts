import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { fileNames } from "../../../core/rules/convert/file-names.ts";

/** The names without their common ending. */
function stems(...candidates: readonly (readonly string[])[]): string[] {
  return fileNames(candidates).map((name) => name.replace(/\.dispatch-rule\.json$/, ""));
}

const examples: readonly (readonly [name: string, stem: string])[] = [
  ["Front desk (EU)", "Front-desk-EU"],
  ["Zentrale Köln / München", "Zentrale-Köln-München"],
  ["東京の代表番号", "東京の代表番号"],
  ["../../etc/passwd", "etc-passwd"],
  ["C:\\rules\\a", "C-rules-a"],
  ["-rf", "rf"],
  [".hidden", "hidden"],
  ["v1.2", "v1-2"],
  ["+1 415 555 0100", "1-415-555-0100"],
  ["a\u202egnp.exe", "agnp-exe"],
  ["a\u0000b\nc", "a-b-c"],
  ["zero\u200bwidth", "zerowidth"],
  ["\ud800lone", "lone"],
  ["CON", "CON-rule"],
  ["nul", "nul-rule"],
  ["com1", "com1-rule"],
  ["LPT¹", "LPT¹-rule"],
  ["console", "console"],
];

for (const [name, stem] of examples)
  test(`${JSON.stringify(name)} is called ${stem}`, () => assert.deepEqual(stems([name]), [stem]));

test("what leaves nothing readable is passed over", () => {
  assert.deepEqual(stems(["☎", "SDR_1"], ["", ""], ["...", "/"]), ["SDR_1", "rule-2", "rule-3"]);
});

test("equal names are told apart, also where a file system takes them for one", () => {
  assert.deepEqual(stems(["Desk"], ["desk"], ["desk-2"], ["DESK"], ["stra\u00dfe"], ["STRASSE"]), [
    "Desk",
    "desk-2",
    "desk-2-2",
    "DESK-3",
    "straße",
    "STRASSE-2",
  ]);
  assert.deepEqual(stems(["e\u0301"], ["\u00e9"]), ["\u00e9", "\u00e9-2"]);
});

test("a long name is cut between characters, and its number is not", () => {
  const names = fileNames([["𝒳".repeat(100)], ["𝒳".repeat(100)]]);
  assert.deepEqual(names, [`${"𝒳".repeat(30)}.dispatch-rule.json`, `${"𝒳".repeat(29)}-2.dispatch-rule.json`]);
});

test("any texts give safe and unique names", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string({
      unit: fc.constantFrom("a", "A", "-", ".", "/", "\\", ":", "\u202e", "\u0000", " ", "_", "1"),
    }),
    fc.constantFrom("con", "CON.", " aux", "COM1", "nul\u200b", "..", "~", "clock$", "x".repeat(300)),
  );
  fc.assert(
    fc.property(fc.array(fc.array(text, { maxLength: 2 }), { maxLength: 30 }), (candidates) => {
      const names = fileNames(candidates);
      assert.equal(names.length, candidates.length);
      assert.equal(new Set(names.map((name) => name.normalize("NFC").toLowerCase())).size, names.length);
      for (const name of names) {
        assert.match(name, /^[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*\.dispatch-rule\.json$/u);
        assert.doesNotMatch(name, /^(con|prn|aux|nul|com\d|lpt\d)\./i);
        assert.ok(name.length <= 80, name);
      }
    }),
  );
});
