import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { decodeUtf8 } from "../../../core/json/bytes.ts";
import { readJson } from "../../../core/json/reader.ts";
import { Flag, Kind, type JsonTree, type Node } from "../../../core/json/tree.ts";
import { anyDocument, EXAMPLES } from "../../support/documents.ts";

/** The value that a tree stands for. */
function valueOf(tree: JsonTree, node: Node): unknown {
  switch (tree.kind(node)) {
    case Kind.Object:
      return Object.fromEntries(
        [...tree.children(node)].map((key) => [tree.stringValue(key), valueOf(tree, key + 1)]),
      );
    case Kind.Array:
      return [...tree.children(node)].map((item) => valueOf(tree, item));
    case Kind.String:
      return tree.stringValue(node);
    default:
      return JSON.parse(tree.raw(node));
  }
}

function problems(text: string): string[] {
  return readJson(text).problems.map(
    ({ kind, start, end }) => `${kind} ${JSON.stringify(text.slice(start, end))}`,
  );
}

describe("the reader", () => {
  test("reads every JSON value as JSON.parse does, without a problem", () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), fc.integer({ min: 0, max: 3 }), (json, indent) => {
        const text = JSON.stringify(JSON.parse(json), null, indent);
        const tree = readJson(text);
        assert.deepEqual(tree.problems, []);
        assert.deepEqual(valueOf(tree, 0), JSON.parse(text));
      }),
    );
  });

  test("agrees with JSON.parse on what is JSON", () => {
    fc.assert(
      fc.property(anyDocument, (text) => {
        let isJson = true;
        try {
          JSON.parse(text);
        } catch {
          isJson = false;
        }
        const tree = readJson(text);
        // LiveKit's reader also refuses escapes of half a surrogate, and takes `1e` for a number.
        const isOurs = tree.problems.filter(({ kind }) => kind !== "bad-escape").length === 0;
        if (isJson) assert.ok(isOurs, JSON.stringify(tree.problems));
        else assert.ok(tree.problems.length > 0 || tree.hasBareExponent);
      }),
    );
  });

  test("any text gives a tree with ranges inside the text, parents around their children, in order", () => {
    fc.assert(
      fc.property(anyDocument, fc.boolean(), (text, hasRawBytes) => {
        const tree = readJson(text, hasRawBytes);
        assert.ok(tree.size >= 1);
        let last = 0;
        for (let node = 0; node < tree.size; node++) {
          assert.ok(
            tree.start(node) >= last && tree.start(node) <= tree.end(node) && tree.end(node) <= text.length,
          );
          last = tree.start(node);
          for (const child of tree.children(node)) {
            assert.ok(tree.start(child) >= tree.start(node) && tree.end(child) <= tree.end(node));
            if (tree.kind(node) === Kind.Object) {
              assert.equal(tree.kind(child), Kind.Key);
              assert.notEqual(tree.kind(child + 1), Kind.Key);
            }
          }
        }
        for (const problem of tree.problems)
          assert.ok(problem.start >= 0 && problem.start <= problem.end && problem.end <= text.length);
      }),
      { numRuns: 2000 },
    );
  });

  test("every prefix of every example is read, and is broken unless it is whole", () => {
    for (const text of Object.values(EXAMPLES))
      for (let length = 0; length < text.trimEnd().length; length++)
        assert.ok(readJson(text.slice(0, length)).problems.length > 0, text.slice(0, length));
  });

  test("says once what is wrong and reads on", () => {
    assert.deepEqual(problems(`{"a": 1,}`), [`trailing-comma ","`]);
    assert.deepEqual(problems(`{"a": 1 "b": 2}`), [`missing-comma "\\"b\\""`]);
    assert.deepEqual(problems(`{"a" 1}`), [`missing-colon "1"`]);
    assert.deepEqual(problems(`{a: 1, 'b': 'c'}`), [
      `unquoted-key "a"`,
      `single-quotes "'b'"`,
      `single-quotes "'c'"`,
    ]);
    assert.deepEqual(problems(`{"a": [1, 2}`), [`wrong-bracket "}"`]);
    assert.deepEqual(problems(`// rules\n{"a": 1} x`), [`comment "// rules"`, `trailing-content "x"`]);
    assert.deepEqual(problems(`{"a": "b,\n "c": 1}`), [`unclosed-string "\\"b"`]);
    assert.deepEqual(problems(`{"a": <HERE>, "b": 01}`), [`invalid-value "<HERE>"`, `invalid-value "01"`]);
    assert.deepEqual(problems(`\ufeff{"a": }`), [`byte-order-mark "\ufeff"`, `missing-value "}"`]);
    assert.deepEqual(problems(""), [`empty ""`]);
  });

  test("bytes that are no UTF-8 are kept apart and named", () => {
    const { text, hasRawBytes } = decodeUtf8(Uint8Array.of(0x22, 0x61, 0xff, 0xc3, 0x28, 0x22));
    assert.ok(hasRawBytes);
    const tree = readJson(text, hasRawBytes);
    assert.deepEqual(
      tree.problems.map((problem) => [problem.kind, problem.start]),
      [
        ["invalid-utf8", 2],
        ["invalid-utf8", 3],
      ],
    );
    assert.ok(tree.has(0, Flag.Broken));
  });

  test("a million brackets, a name of ten megabytes, a hundred thousand mistakes", () => {
    const deep = readJson("[".repeat(1_000_000));
    assert.equal(deep.depth, 1_000_000);
    assert.deepEqual(
      deep.problems.map((problem) => problem.kind),
      ["unexpected-end"],
    );
    const long = readJson(`{"${"n".repeat(10_000_000)}": 1}`);
    assert.deepEqual(long.problems, []);
    assert.ok(readJson("{,}".repeat(100_000)).problems.length > 0);
    assert.ok(readJson(`[${"}".repeat(100_000)}`).problems.length > 0);
    assert.ok(readJson(`{${'"a" '.repeat(50_000)}`).problems.length > 0);
  });
});
