import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readConfiguration } from "../../../core/configuration/configuration-file.ts";

describe("the configuration file of a project", () => {
  test("says severities for all files, and others for some", () => {
    const { levels, complaints } = readConfiguration(`{
      "$schema": "./schema.json",
      "checks": { "trailing-comma": "warning", "comment": "hint" },
      "overrides": {
        // These are generated.
        "legacy/**": { "trailing-comma": "off" },
        "legacy/keep.json": { "trailing-comma": "error" },
      },
    }`);
    assert.deepEqual(complaints, []);
    const others = { "trailing-comma": "warning", comment: "hint" };
    assert.deepEqual(levels.of("a.json"), others);
    assert.deepEqual(levels.of("legacy/a.json"), { ...others, "trailing-comma": "off" });
    assert.deepEqual(
      levels.of("legacy/keep.json"),
      { ...others, "trailing-comma": "error" },
      "the later counts",
    );
  });

  test("gives the same object to all files that the same globs mean", () => {
    const { levels } = readConfiguration(`{"overrides": {"legacy/**": {"comment": "off"}}}`);
    assert.equal(levels.of("a.json"), levels.of("b.json"));
    assert.equal(levels.of("legacy/a.json"), levels.of("legacy/b.json"));
    assert.notEqual(levels.of("legacy/a.json"), levels.of("a.json"));
  });

  test("says what it does not understand, and takes the rest", () => {
    const { levels, complaints } = readConfiguration(
      `{"check": {}, "checks": {"comment": "of", "coment": "off", "single-quotes": "warn", "trailing-comma": "hint"},
        "overrides": {"{a": {}, "a/*": {"comment": 1}, "b/*": "off"}}`,
    );
    assert.deepEqual(complaints, [
      `check: there is no such setting. Did you mean "checks"?`,
      `checks["comment"] must be one of error, warning, info, hint, off.`,
      `checks["coment"]: there is no such check. Did you mean "comment"?`,
      `checks["single-quotes"] must be one of error, warning, info, hint, off. Did you mean "warning"?`,
      `overrides["{a"]: the brackets of this glob do not match.`,
      `overrides["a/*"]["comment"] must be one of error, warning, info, hint, off.`,
      `overrides["b/*"] must be an object, as in {"trailing-comma": "warning"}.`,
    ]);
    assert.deepEqual(levels.of("a/x"), { "trailing-comma": "hint" });
  });

  test("that is no JSON sets nothing", () => {
    for (const [text, complaint] of [
      [`{"checks": {\n"comment": "off"\n`, "it is no JSON from line 2 on."],
      ["", "it is no JSON from line 1 on."],
      ["[".repeat(50_000) + "]".repeat(50_000), `it must hold an object, as in {"checks": {}}.`],
      ["[]", `it must hold an object, as in {"checks": {}}.`],
    ] as const) {
      const { levels, complaints } = readConfiguration(text);
      assert.deepEqual(complaints, [complaint]);
      assert.deepEqual(levels.of("a.json"), {});
    }
  });
});
