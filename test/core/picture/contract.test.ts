/** What every check of the whole picture promises, read off its own examples. */
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { describe, it } from "node:test";
import { checks } from "../../../core/checks/index.generated.ts";
import type { ExamplePicture, PictureCheck } from "../../../core/picture/check.ts";
import { pictureChecks } from "../../../core/picture/checks/index.generated.ts";
import { problemsIn, unmarked, withMarks } from "../checks/marked.ts";
import { fixedText, pictureOf, problemsByFile, trunkProblems } from "./pictures.ts";
import { assertTexts } from "../checks/check-texts.ts";

const badExamples = (check: PictureCheck) =>
  check.examples.flatMap((example) => ("bad" in example ? [example] : []));

const plain = (picture: ExamplePicture): Record<string, string> =>
  Object.fromEntries(Object.entries(picture.files).map(([uri, text]) => [uri, unmarked(text).text]));

describe("the list of picture checks", () => {
  it("holds every file of the folder, under the name of the file, sorted", () => {
    const folder = new URL("../../../core/picture/checks/", import.meta.url);
    const files = readdirSync(folder)
      .filter((name) => !name.endsWith(".generated.ts"))
      .map((name) => name.replace(/\.ts$/, ""));
    assert.deepEqual(
      pictureChecks.map(({ code }) => code),
      files.sort(),
    );
  });

  it("has no code that a check of documents has", () => {
    const codes = new Set(checks.map(({ code }) => code));
    for (const { code } of pictureChecks) assert.ok(!codes.has(code), code);
  });
});

for (const check of pictureChecks) {
  describe(check.code, () => {
    it("says what it is about and why", () => {
      assertTexts(check);
    });

    it("has an example that fails and one that passes", () => {
      assert.ok(check.examples.some((example) => !("good" in example)));
      assert.ok(check.examples.some((example) => "good" in example));
    });

    it("has examples of files that are right by themselves", () => {
      for (const example of check.examples) {
        const picture = "bad" in example ? example.bad : "good" in example ? example.good : example.badTrunk;
        for (const text of Object.values(plain(picture)))
          assert.deepEqual(
            problemsIn(text).filter(({ severity }) => severity === "error"),
            [],
            text,
          );
      }
    });

    it("reports the marked ranges of the bad examples and nothing in the good ones", () => {
      for (const { bad } of badExamples(check)) {
        const found = problemsByFile(pictureOf(bad), check.code);
        const marked = Object.fromEntries(
          Object.entries(plain(bad)).map(([uri, text]) => [uri, withMarks(text, found.get(uri) ?? [])]),
        );
        assert.deepEqual(marked, bad.files);
        assert.ok(found.size > 0, "nothing is reported");
      }
      for (const example of check.examples)
        if ("good" in example) {
          const picture = pictureOf(example.good);
          assert.deepEqual([...problemsByFile(picture, check.code)], []);
          assert.deepEqual(trunkProblems(picture, check.code), []);
        }
    });

    it("reports the trunks of the examples that are about one", () => {
      for (const example of check.examples) {
        if (!("badTrunk" in example)) continue;
        const found = trunkProblems(pictureOf(example.badTrunk), check.code);
        assert.deepEqual(
          found.map(({ trunk }) => trunk.trunk.sipTrunkId),
          [example.trunk],
        );
      }
    });

    it("says nothing where nothing but the file is known, and no other file", () => {
      for (const { bad } of badExamples(check))
        for (const [uri, text] of Object.entries(bad.files)) {
          const alone = pictureOf({ files: { [uri]: text } });
          const about = problemsByFile(alone, check.code).get(uri) ?? [];
          // One sees all that it is about in the file.
          if (check.code === "duplicate-identity" && text.includes("anonymous")) continue;
          assert.deepEqual(about, [], text);
        }
    });

    it("speaks in short sentences, and never of a PIN", () => {
      for (const example of check.examples) {
        if ("good" in example) continue;
        const picture = pictureOf("bad" in example ? example.bad : example.badTrunk);
        const found = [
          ...[...problemsByFile(picture, check.code).values()].flat(),
          ...trunkProblems(picture, check.code).map(({ problem }) => problem),
        ];
        for (const { message, related } of found) {
          assert.match(message, /^[A-Z"].*[.?!]$/s, message);
          assert.ok(message.length < 300, message);
          assert.doesNotMatch(message, /undefined|[\r\n]|4711|0815/);
          for (const place of related) assert.match(place.message, /\S[.?!]$/);
        }
      }
    });

    it("makes the fixed files of each example with the first fix of its first problem", () => {
      for (const { bad, fixed } of badExamples(check)) {
        const texts = plain(bad);
        const [first] = problemsByFile(pictureOf(bad), check.code);
        assert.ok(first);
        const [uri, [problem]] = first;
        const text = problem && fixedText(texts[uri] ?? "", problem);
        assert.deepEqual(text === undefined ? undefined : { [uri]: text }, fixed);
      }
    });

    it("clears a problem with each of its fixes, and makes no error in the file", () => {
      for (const { bad } of badExamples(check)) {
        const texts = plain(bad);
        for (const [uri, problems] of problemsByFile(pictureOf(bad), check.code))
          for (const problem of problems)
            for (const index of problem.fixes.keys()) {
              const text = fixedText(texts[uri] ?? "", problem, index) ?? "";
              const after = problemsByFile(
                pictureOf({ ...bad, files: { ...texts, [uri]: text } }),
                check.code,
              );
              assert.ok((after.get(uri)?.length ?? 0) < problems.length, text);
              assert.equal(problemsIn(text).filter(({ severity }) => severity === "error").length, 0, text);
            }
      }
    });
  });
}
