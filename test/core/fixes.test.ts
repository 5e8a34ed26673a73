/** Edits of members and items: the object before and after. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { applyEdits, insertMember, removeChild, removeChildren } from "../../core/fixes.ts";
import { readJson } from "../../core/json/reader.ts";
import type { Node } from "../../core/json/tree.ts";

function children(text: string): { tree: ReturnType<typeof readJson>; keys: Node[] } {
  const tree = readJson(text);
  return { tree, keys: [...tree.children(0)] };
}

function without(text: string, ...indexes: number[]): string {
  const { tree, keys } = children(text);
  const gone = indexes.map((index) => keys[index]!);
  const edits = removeChildren(tree, 0, gone);
  const [only] = gone;
  if (gone.length === 1 && only !== undefined) assert.deepEqual(edits, [removeChild(tree, 0, only)]);
  return applyEdits(text, edits);
}

describe("taking children out", () => {
  it("takes one comma and the white space that belongs to it", () => {
    assert.equal(without(`{"a": 1, "b": 2, "c": 3}`, 0), `{"b": 2, "c": 3}`);
    assert.equal(without(`{"a": 1, "b": 2, "c": 3}`, 1), `{"a": 1, "c": 3}`);
    assert.equal(without(`{"a": 1, "b": 2, "c": 3}`, 2), `{"a": 1, "b": 2}`);
    assert.equal(without(`{ "a": 1 }`, 0), `{}`);
    assert.equal(without(`[\n  1,\n  {"a": [2]},\n  3\n]`, 1), `[\n  1,\n  3\n]`);
    assert.equal(without(`[\n  1,\n  {"a": [2]}\n]`, 1), `[\n  1\n]`);
    assert.equal(without(`{\n  "a": 1\n  , "b": 2\n}`, 1), `{\n  "a": 1\n}`);
  });

  it("copes with a trailing comma, a missing comma and comments", () => {
    assert.equal(without(`{"a": 1, "b": 2,}`, 1), `{"a": 1}`);
    assert.equal(without(`{"a": 1,}`, 0), `{}`);
    assert.equal(without(`{"a": 1 "b": 2}`, 1), `{"a": 1}`);
    assert.equal(without(`{"a": 1, /* x */ "b": 2}`, 1), `{"a": 1}`);
    assert.equal(without(`{/* x */ "a": 1}`, 0), `{/* x */ }`);
  });

  it("takes several out without overlap", () => {
    assert.equal(without(`{"a": 1, "b": 2, "c": 3, "d": 4}`, 0, 1), `{"c": 3, "d": 4}`);
    assert.equal(without(`{"a": 1, "b": 2, "c": 3, "d": 4}`, 1, 3), `{"a": 1, "c": 3}`);
    assert.equal(without(`{"a": 1, "b": 2, "c": 3, "d": 4}`, 2, 3), `{"a": 1, "b": 2}`);
    assert.equal(without(`{"a": 1, "b": 2}`, 0, 1), `{}`);
  });
});

describe("putting a member in", () => {
  const within = (text: string): string => {
    const { tree } = children(text);
    return applyEdits(text, [insertMember(tree, 0, "x", "true")]);
  };

  it("writes it as its neighbours", () => {
    assert.equal(within(`{}`), `{"x": true}`);
    assert.equal(within(`{ \n }`), `{"x": true}`);
    assert.equal(within(`{"a": 1}`), `{"a": 1, "x": true}`);
    assert.equal(within(`{\n\t"a": {\n\t}\n}`), `{\n\t"a": {\n\t},\n\t"x": true\n}`);
    assert.equal(within(`{\r\n  "a": 1\r\n}`), `{\r\n  "a": 1,\r\n  "x": true\r\n}`);
  });
});
