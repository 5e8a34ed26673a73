import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { fitsPattern } from "../../../core/routing-tests/wildcard.ts";

const letters = fc.string({ unit: fc.constantFrom("a", "b", "*", "."), maxLength: 8 });

test("`*` stands for any characters, everything else for itself", () => {
  fc.assert(
    fc.property(letters, letters, (pattern, text) => {
      const source = pattern
        .split("*")
        .map((part) => part.replaceAll(".", "\\."))
        .join(".*");
      assert.equal(fitsPattern(pattern, text), new RegExp(`^${source}$`).test(text));
    }),
    { numRuns: 2000 },
  );
});

test("no pattern takes long", () => {
  assert.equal(fitsPattern("*a".repeat(500), "a".repeat(5000) + "b"), false);
});
