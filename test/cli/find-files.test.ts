import assert from "node:assert/strict";
import { mkdirSync, symlinkSync } from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";
import { findFiles } from "../../cli/files/find.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const folder = temporaryFolder({
  "dispatch-rule.json": "{}",
  "other.json": "{}",
  "a/my-dispatch-rule.json": "{}",
  "a/dispatch-rules/x.json": "{}",
  "b/my_dispatch_rule.json": "{}",
  "b/[odd] {name}.json": "{}",
  "b/node_modules/p/dispatch-rule.json": "{}",
  ".git/dispatch-rule.json": "{}",
  ".github/dispatch-rule.json": "{}",
  "empty/readme.md": "",
});
mkdirSync(path.join(folder, "c/dispatch-rule.json"), { recursive: true });
const at = (name: string): string => path.join(folder, name);

/** What is found, with paths from the folder on. */
function found(...operands: string[]): unknown[] {
  return [...findFiles(operands.map(at))].map((match) => {
    if ("matchedNothing" in match) return { matchedNothing: path.relative(folder, match.matchedNothing) };
    const name = path.relative(folder, match.path);
    return match.reason === undefined ? name : { name, reason: match.reason };
  });
}

const RULE_FILES = [
  "dispatch-rule.json",
  ".github/dispatch-rule.json",
  "a/my-dispatch-rule.json",
  "a/dispatch-rules/x.json",
  "b/my_dispatch_rule.json",
];

test("a folder is searched for rule files, below others and beside them, but not in what is installed", () => {
  assert.deepEqual(found("."), RULE_FILES);
});

test("a folder's own name counts, wherever the search begins", () => {
  assert.deepEqual(found("a/dispatch-rules"), ["a/dispatch-rules/x.json"]);
});

test("a file that is named is meant, whatever its name", () => {
  assert.deepEqual(found("other.json", "b/[odd] {name}.json", "empty/readme.md"), [
    "other.json",
    "b/[odd] {name}.json",
    "empty/readme.md",
  ]);
});

test("globs", () => {
  assert.deepEqual(found("*.json"), ["dispatch-rule.json", "other.json"]);
  assert.deepEqual(found("**/*rule.json"), [
    ".github/dispatch-rule.json",
    "a/my-dispatch-rule.json",
    "b/my_dispatch_rule.json",
    "dispatch-rule.json",
  ]);
  assert.deepEqual(found("b/node_modules/*/*.json"), ["b/node_modules/p/dispatch-rule.json"]);
  assert.deepEqual(found("{a,b}/*.json"), [
    "a/my-dispatch-rule.json",
    "b/[odd] {name}.json",
    "b/my_dispatch_rule.json",
  ]);
});

test("each file once", () => {
  assert.deepEqual(found("dispatch-rule.json", ".", "a/../dispatch-rule.json", "*.json"), [
    ...RULE_FILES,
    "other.json",
  ]);
});

test("what leads nowhere is named", () => {
  assert.deepEqual(found("nosuch.json", "dispatch-rule.json/x", "empty", "x/*.json", "other.json/*"), [
    { name: "nosuch.json", reason: "no such file or folder" },
    { name: "dispatch-rule.json/x", reason: "a part of its path is a file, not a folder" },
    { matchedNothing: "empty" },
    { matchedNothing: "x/*.json" },
    { name: "other.json", reason: "a part of its path is a file, not a folder" },
  ]);
});

test("standard input is no file", () => {
  assert.deepEqual([...findFiles(["-", "-"])], [{ path: "-" }]);
});

describe("links", () => {
  const linked = temporaryFolder({ "real/dispatch-rule.json": "{}", "elsewhere/text.json": "{}" });
  const link = (target: string, name: string): void => symlinkSync(target, path.join(linked, name));
  link("..", "real/up");
  link("../real", "elsewhere/again");
  link("text.json", "elsewhere/linked-dispatch-rule.json");
  link("nowhere", "elsewhere/dangling-dispatch-rule.json");
  link("circle-dispatch-rule.json", "elsewhere/circle-dispatch-rule.json");
  const search = (operand: string): object[] =>
    [...findFiles([path.join(linked, operand)])].map((match) =>
      "matchedNothing" in match ? match : { ...match, path: path.relative(linked, match.path) },
    );
  const broken = [
    { path: "elsewhere/circle-dispatch-rule.json", reason: "is a link that leads back to itself" },
    { path: "elsewhere/dangling-dispatch-rule.json", reason: "is a link to something that does not exist" },
  ];

  test("to folders are not followed, so that circles end", () => {
    assert.deepEqual(search("."), [
      ...broken,
      { path: "elsewhere/linked-dispatch-rule.json" },
      { path: "real/dispatch-rule.json" },
    ]);
  });
  test("in globs neither", () => {
    assert.deepEqual(search("**/*rule.json"), [
      ...broken,
      { path: "elsewhere/linked-dispatch-rule.json" },
      { path: "real/dispatch-rule.json" },
    ]);
  });
  test("that are named are followed", () => {
    assert.deepEqual(search("elsewhere/again"), [{ path: "elsewhere/again/dispatch-rule.json" }]);
    assert.deepEqual(search("elsewhere/dangling-dispatch-rule.json"), [broken[1]]);
  });
});
