import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readConfiguration } from "../../../core/configuration/configuration-file.ts";
import { editConfiguration, isReadable, levelIn } from "../../../core/configuration/edit-configuration.ts";

describe("a severity in the configuration file", () => {
  test("is written into a file that is not there yet", () => {
    assert.equal(
      editConfiguration("", { code: "comment" }, "off"),
      `{\n  "checks": {\n    "comment": "off"\n  }\n}\n`,
    );
  });

  test("leaves everything else as it is", () => {
    const before = `{
  // Generated, and nobody mends the generator.
  "overrides": {
    "legacy/**": { "comment": "off" }
  }
}
`;
    const after = editConfiguration(before, { code: "trailing-comma", glob: "/one.json" }, "off");
    const words = (text: string) => text.replace(/\s/g, "");
    assert.equal(
      words(after),
      words(before.replace(/\}\s*\}\s*\}\s*$/, `}, "/one.json": {"trailing-comma": "off"} } }`)),
    );
    const { levels, complaints } = readConfiguration(after);
    assert.deepEqual(complaints, []);
    assert.deepEqual(levels.of("one.json"), { "trailing-comma": "off" });
    assert.deepEqual(levels.of("legacy/a.json"), { comment: "off" });
  });

  test("stands behind the globs that are there, because the last counts", () => {
    let text = editConfiguration("", { code: "comment", glob: "**" }, "hint");
    text = editConfiguration(text, { code: "comment", glob: "/one.json" }, "off");
    assert.deepEqual(readConfiguration(text).levels.of("one.json"), { comment: "off" });
  });

  test("is read back, and a text that is no JSON is left alone", () => {
    const text = `{"overrides": {"a/**": {"comment": "off"}}, /* why */ "checks": {"comment": "hint"},}`;
    assert.equal(levelIn(text, { code: "comment", glob: "a/**" }), "off");
    assert.equal(levelIn(text, { code: "comment" }), "hint");
    assert.equal(levelIn(text, { code: "trailing-comma", glob: "b/**" }), undefined);
    assert.ok(isReadable(text) && isReadable(""));
    assert.ok(!isReadable(`{"checks": `));
  });

  test("can be taken out again", () => {
    const before = `{"checks": {"comment": "hint", "trailing-comma": "off"}}`;
    const after = editConfiguration(before, { code: "comment" }, undefined);
    assert.deepEqual(JSON.parse(after), { checks: { "trailing-comma": "off" } });
  });
});
