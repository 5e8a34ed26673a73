import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { after, titles } from "./apply.ts";

const about = (text: string): readonly string[] =>
  titles(text).filter((title) => /metadata|string/.test(title));

describe("metadata", () => {
  test("an object becomes the string that LiveKit wants, in its author's manner", () => {
    assert.equal(
      after(`{"rule": {}, "metadata": {\n  "a": [1|, "x: \\"y\\""]\n}}`, "Write the metadata"),
      `{"rule": {}, "metadata": "{\\"a\\": [1, \\"x: \\\\\\"y\\\\\\"\\"]}"}`,
    );
    assert.equal(
      after(`{"rule": {}, "meta|data": {"a":1}}`, "Write the metadata"),
      `{"rule": {}, "metadata": "{\\"a\\":1}"}`,
    );
  });

  test("the JSON in a string, with blanks and without", () => {
    const [tight, loose] = [`{\\"a\\":1,\\"b\\":[]}`, `{\\"a\\": 1, \\"b\\": []}`];
    const text = (json: string): string =>
      `{"rule": {}, "room_config": {"agents": [{"metadata": "|${json}"}]}}`;
    assert.equal(after(text(tight), "Space out"), text(loose).replace("|", ""));
    assert.equal(after(text(loose), "Minify"), text(tight).replace("|", ""));
    assert.deepEqual(about(text(tight)), ["Space out the JSON in this string"]);
    assert.equal(after(text(`{\\n  \\"a\\": 1\\n}`), "Space out"), text(`{\\"a\\": 1}`).replace("|", ""));
  });

  test("plain text, numbers and other fields are left alone", () => {
    for (const value of [`"|job dispatch metadata"`, `"|12"`, `|12`, `|null`])
      assert.deepEqual(about(`{"rule": {}, "metadata": ${value}}`), []);
    assert.deepEqual(about(`{"rule": {}, "attributes": {"metadata": "|{}"}}`), []);
  });
});
