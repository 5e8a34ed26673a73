import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { globForFolder, globForPath, pathPattern } from "../../../core/configuration/path-pattern.ts";

const ROWS: [glob: string, means: string[], meansNot: string[]][] = [
  ["dispatch-rule.json", ["dispatch-rule.json", "a/b/dispatch-rule.json"], ["my-dispatch-rule.json"]],
  ["/dispatch-rule.json", ["dispatch-rule.json"], ["a/dispatch-rule.json"]],
  ["./dispatch-rule.json", ["dispatch-rule.json"], ["a/dispatch-rule.json"]],
  ["*.json", ["a.json", "x/a.json"], ["a.jsonc", "a.json/b"]],
  ["legacy/*.json", ["legacy/a.json"], ["legacy/x/a.json", "x/legacy/a.json"]],
  ["legacy/**", ["legacy/a.json", "legacy/x/a.json"], ["legacy", "x/legacy/a.json"]],
  ["legacy/", ["legacy/a.json", "legacy/x/a.json", "x/legacy/a.json"], ["legacy"]],
  ["**/legacy/**", ["legacy/a.json", "x/legacy/y/a.json"], ["x/legacy.json"]],
  ["a/**/b.json", ["a/b.json", "a/x/y/b.json"], ["a/xb.json"]],
  ["rules-?.json", ["rules-1.json"], ["rules-.json", "rules-12.json", "rules-/.json"]],
  ["{us,eu}/*.json", ["us/a.json", "eu/a.json"], ["asia/a.json"]],
  ["[ab].json", ["a.json"], ["c.json"]],
  ["[!ab].json", ["c.json"], ["a.json"]],
  ["a,b.json", ["a,b.json"], ["a", "b.json"]],
  ["a.json", ["a.json"], ["abjson"]],
  ["日本/*.json", ["日本/☎.json"], ["日/☎.json"]],
];

describe("globs that say which files are meant", () => {
  for (const [glob, means, meansNot] of ROWS)
    test(glob, () => {
      const matches = pathPattern(glob);
      assert.ok(matches);
      for (const path of means) assert.ok(matches(path), path);
      for (const path of meansNot) assert.ok(!matches(path), path);
    });

  test("with brackets that do not match, and empty ones, mean nothing", () => {
    for (const glob of ["{a", "a}", "[a", "", "/", "[", "}{"])
      assert.equal(pathPattern(glob), undefined, glob);
  });

  test("the glob for a file means that file and no other", () => {
    const name = fc
      .array(fc.constantFrom("a", "b", ".", "*", "?", "[", "]", "{", "}", ",", "!", "-", "+", "(", "é"), {
        minLength: 1,
        maxLength: 6,
      })
      .map((parts) => `x${parts.join("")}`);
    const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((names) => names.join("/"));
    fc.assert(
      fc.property(path, path, (one, other) => {
        const matches = pathPattern(globForPath(one));
        assert.ok(matches, one);
        assert.equal(matches(one), true);
        assert.equal(matches(other), one === other);
        assert.ok(pathPattern(globForFolder(one))?.(`${one}/rule.json`));
      }),
      { numRuns: 500 },
    );
  });
});
