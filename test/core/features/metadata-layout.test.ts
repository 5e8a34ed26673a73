import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { inOneLine, metadataForEditing, metadataForFile } from "../../../core/features/metadata-layout.ts";

describe("metadata in an editor", () => {
  test("JSON in one line is laid out, and goes back into one line in its author's manner", () => {
    const [compact, spaced] = [`{"a":1,"b":[2,"x: y, z"]}`, `{"a": 1, "b": [2, "x: y, z"]}`];
    const laidOut = `{\n  "a": 1,\n  "b": [\n    2,\n    "x: y, z"\n  ]\n}`;
    assert.equal(metadataForEditing(compact), laidOut);
    assert.equal(metadataForEditing(spaced), laidOut);
    const changed = laidOut.replace("1", "10");
    assert.equal(metadataForFile(changed, compact), compact.replace("1", "10"));
    assert.equal(metadataForFile(`${changed}\n`, spaced), spaced.replace("1", "10"));
  });

  test("what is no JSON, or has lines of its own, stays as it is", () => {
    assert.equal(metadataForEditing("job dispatch metadata"), "job dispatch metadata");
    assert.equal(metadataForFile("other words\r\n", "job dispatch metadata"), "other words");
    assert.equal(metadataForEditing(`{\n"a": 1}`), `{\n"a": 1}`);
    assert.equal(metadataForFile(`{\n"a": 2}\n`, `{\n"a": 1}`), `{\n"a": 2}`);
    assert.equal(metadataForFile(`{\n"a": 2}\n`, `{\n"a": 1}\n`), `{\n"a": 2}\n`);
  });

  test("JSON that is half written keeps its lines", () => {
    assert.equal(metadataForFile(`{\n  "a": \n}`, `{"a": 1}`), `{\n  "a": \n}`);
  });

  test("what was not changed is not changed", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.json(), fc.string({ unit: "binary" })),
        fc.constantFrom("", "\n"),
        (text, end) => {
          // Otherwise the line break of the text and the editor's are one.
          fc.pre(!text.endsWith("\r"));
          assert.equal(metadataForFile(metadataForEditing(text) + end, text), text);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test("one line keeps every value", () => {
    fc.assert(
      fc.property(fc.json(), fc.boolean(), fc.constantFrom(0, 1, 2), (json, spaced, indent) => {
        const line = inOneLine(JSON.stringify(JSON.parse(json), null, indent), spaced);
        assert.deepEqual(JSON.parse(line), JSON.parse(json));
        assert.doesNotMatch(line, /[\r\n]/);
      }),
    );
  });
});
