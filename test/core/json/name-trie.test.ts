import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { NameTrie, wordOf } from "../../../core/json/name-trie.ts";
import { readJson } from "../../../core/json/reader.ts";
import { Kind, Layout } from "../../../core/json/tree.ts";
import { Word } from "../../../core/json/unit-sorts.ts";

const NAMES = ["rule", "rules", "roomName", "room_name", "r", "pin", "room"];

/** The name that a key was marked with, for each key of a text. */
function marked(text: string, names: readonly string[]): (string | undefined)[] {
  const trie = new NameTrie(names);
  const { nodes } = readJson(text, false, trie);
  const marks: (string | undefined)[] = [];
  for (let at = 0; at < nodes.length; at += Layout.Stride)
    if ((nodes[at]! & 0xff) === Kind.Key)
      marks.push(names.find((name) => trie.idOf(name) === -nodes[at + 3]!));
  return marks;
}

describe("names that the reader recognizes", () => {
  test("each of them, and no other", () => {
    for (const name of NAMES) assert.deepEqual(marked(`{"${name}": 1}`, NAMES), [name]);
    for (const name of [
      "",
      "rul",
      "rulez",
      "Room",
      "roomNam",
      "roomNames",
      "ürule",
      "rule\\u0020",
      "r\\u0075le",
    ])
      assert.deepEqual(marked(`{"${name}": 1}`, NAMES), [undefined], name);
  });

  test("keys only, and whatever is wrong with them", () => {
    assert.deepEqual(marked('{"rule": "rule"}', NAMES), ["rule"]);
    assert.deepEqual(marked('{"rule', NAMES), [undefined]);
    assert.deepEqual(marked('{"rule"', NAMES), ["rule"]);
    assert.deepEqual(marked("{'rule': 1, rule: 2}", NAMES), [undefined, undefined]);
  });

  test("JSON's words are written as four letters are read", () => {
    assert.deepEqual(["true", "null", "alse"].map(wordOf), [Word.True, Word.Null, Word.Alse]);
  });

  test("a name has one mark, however often it is given, and an unknown one has none", () => {
    const trie = new NameTrie(["a", "b", "a"]);
    assert.equal(trie.count, 2);
    assert.deepEqual(
      ["a", "b", "c"].map((name) => trie.idOf(name)),
      [1, 2, 0],
    );
  });

  test("any names in any order, and a tree that is else the same", () => {
    const name = fc.string({ unit: fc.constantFrom("a", "b", "c", "_"), minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(fc.uniqueArray(name), fc.array(name), (names, keys) => {
        const text = `{${keys.map((key) => `"${key}":1`).join()}}`;
        assert.deepEqual(
          marked(text, names),
          keys.map((key) => (names.includes(key) ? key : undefined)),
        );
        const shape = (nodes: readonly number[]) => nodes.map((number) => Math.max(number, 0));
        assert.deepEqual(
          shape(readJson(text, false, new NameTrie(names)).nodes),
          shape(readJson(text).nodes),
        );
      }),
    );
  });
});
