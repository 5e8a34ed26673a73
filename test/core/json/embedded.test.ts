/** JSON inside a JSON string, told without resolving the string. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { isPlainEmbeddedJson } from "../../../core/json/embedded.ts";

/** As it stands in a document, between the quotes. */
const written = (value: string): string => JSON.stringify(value).slice(1, -1);
const isPlain = (value: string): boolean => {
  const text = `{"metadata": "${written(value)}"}`;
  return isPlainEmbeddedJson(text, '{"metadata": "'.length, text.length - 2);
};

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

test("what authors write is told at once", () => {
  for (const value of [
    "{}",
    "[]",
    '{"tenant": "acme", "tags": ["a", "b"], "n": -1.5, "ok": true, "off": false, "none": null}',
    '{\n\t"nested": {"list": [[], {}, [1, 2]]}\n}\n',
    '{"url": "https://example.com/a"}',
    '{"name": "Zürich"}',
  ])
    assert.ok(isPlain(value), value);
});

test("a character that no string can hold is no end of anything", () => {
  for (const text of ["[\0", "{\0", "[1,\0", "\0"])
    assert.ok(!isPlainEmbeddedJson(`"${text}"`, 1, text.length + 1));
});

test("what is no JSON is never taken for it", () => {
  for (const value of [
    "",
    " ",
    "{",
    '{"a"}',
    '{"a":}',
    '{"a":1,}',
    '{,"a":1}',
    "[1,]",
    "[1 2]",
    "[}",
    '{"a":1]',
    '{"a":1}}',
    '{"a":1} x',
    "01",
    "-",
    "1.",
    "tru",
    "truex",
    '"a" "b"',
    "{a: 1}",
    "{'a': 1}",
    '{"a": "b\nc"}',
    "{1: 2}",
    '{"a":: 1}',
    ":",
    ",",
  ])
    assert.equal(isPlain(value), false, value);
});

test("it never says JSON where JavaScript says that it is none", () => {
  const piece = fc.constantFrom(
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    '"',
    '"a"',
    " ",
    "\n",
    "1",
    "-",
    ".5",
    "e",
    "true",
    "null",
    "\\",
    "/",
    "é",
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join("")),
        fc.json(),
      ),
      fc.nat(20),
      fc.string({ maxLength: 1 }),
      (value, at, put) => {
        const changed = value.slice(0, at) + put + value.slice(at);
        for (const text of [value, changed]) assert.ok(!isPlain(text) || isJson(text), text);
      },
    ),
    { numRuns: 2000 },
  );
});

test("plain JSON of every kind is told at once", () => {
  const leaf = fc.oneof(
    fc.constantFrom<unknown>(null, true, false, 0, -7, 12.25),
    fc.stringMatching(/^[a-zA-Z0-9 _.:,{}[\]-]{0,8}$/),
  );
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 6 },
      leaf,
      fc.array(tie("value"), { maxLength: 3 }),
      fc.dictionary(fc.stringMatching(/^[a-z]{1,4}$/), tie("value"), { maxKeys: 3 }),
    ),
  }));
  fc.assert(
    fc.property(value, fc.constantFrom(undefined, 2), (each, indent) => {
      const text = JSON.stringify(each, null, indent);
      assert.ok(isPlain(text), text);
    }),
  );
});
