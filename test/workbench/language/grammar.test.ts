/** What is coloured how: as JSON is everywhere, and the JSON inside metadata strings as well. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { before, describe, test } from "node:test";
import { editionOf, whyNotHere } from "../headless/editions.mjs";
import { tokenizerOf, type Tokenize } from "./tokenize.ts";

const root = path.resolve(import.meta.dirname, "../../..");
const edition = editionOf("newest");
const missing = whyNotHere(edition);
const skip = missing === undefined ? false : `cannot run here: ${missing}`;

const KEY = "support.type.property-name.json";
const ESCAPE = "constant.character.escape.json";
const BAD_ESCAPE = "invalid.illegal.unrecognized-string-escape.json";
const STRING = "string.quoted.double.json";

describe("syntax colours", { skip }, () => {
  let tokenize: Tokenize;
  before(async () => {
    const file = path.join(root, "syntaxes/livekit-dispatch-rule.tmLanguage.json");
    tokenize = await tokenizerOf(edition, file, "source.livekit-dispatch-rule");
  });

  test("a file without metadata looks as in VS Code's own JSON", async () => {
    const file = path.join(edition.root, "extensions/json/syntaxes/JSON.tmLanguage.json");
    const asJson = await tokenizerOf(edition, file, "source.json");
    const folder = path.join(root, "demo/examples");
    for (const name of readdirSync(folder).filter((each) => !each.startsWith("metadata"))) {
      const text = readFileSync(path.join(folder, name), "utf8");
      assert.deepEqual(tokenize(text), asJson(text), name);
    }
  });

  test("JSON in metadata has keys, texts, numbers and constants of its own", () => {
    const text = String.raw`{"metadata": "{\"is_internal\": true, \"limits\": [10, \"say \\\"hi\\\"\\n\"]}"}`;
    const inside = tokenize(text).slice(5, -2);
    assert.deepEqual(inside, [
      `"  punctuation.definition.string.begin.json`,
      `{  punctuation.definition.dictionary.begin.json`,
      String.raw`\"is_internal\"  ${KEY}`,
      `:  punctuation.separator.dictionary.key-value.json`,
      `true  constant.language.json`,
      `,  punctuation.separator.dictionary.pair.json`,
      String.raw`\"limits\"  ${KEY}`,
      `:  punctuation.separator.dictionary.key-value.json`,
      `[  punctuation.definition.array.begin.json`,
      `10  constant.numeric.json`,
      `,  punctuation.separator.dictionary.pair.json`,
      String.raw`\"  punctuation.definition.string.begin.json`,
      `say  ${STRING}`,
      String.raw`\\\"  ${ESCAPE}`,
      `hi  ${STRING}`,
      String.raw`\\\"  ${ESCAPE}`,
      String.raw`\\n  ${ESCAPE}`,
      String.raw`\"  punctuation.definition.string.end.json`,
      `]  punctuation.definition.array.end.json`,
      `}  punctuation.definition.dictionary.end.json`,
    ]);
  });

  test("metadata may begin with escaped blanks, and stand anywhere", () => {
    const tokens = tokenize(String.raw`{"agents": [{"metadata" : "\n  {\"a\": 1}"}]}`);
    assert.ok(tokens.includes(String.raw`\"a\"  ${KEY}`), tokens.join("\n"));
  });

  test("metadata that is plain text is a plain string", () => {
    const tokens = tokenize(`{"metadata": "job {dispatch} metadata"}`);
    assert.ok(tokens.includes(`job {dispatch} metadata  ${STRING}`), tokens.join("\n"));
  });

  test("what is wrong inside is shown inside", () => {
    const tokens = tokenize(String.raw`{"metadata": "{\"a\": \"\\x\", oops}"}`);
    assert.ok(tokens.includes(String.raw`\\  ${BAD_ESCAPE}`), tokens.join("\n"));
    assert.ok(tokens.includes("oops  invalid.illegal.unexpected-text.json"), tokens.join("\n"));
  });

  for (const [name, open] of [
    ["a string", `{"name": "open`],
    ["a key", `{"nam`],
    ["metadata", String.raw`{"metadata": "{\"a`],
  ] as const)
    test(`${name} that is still being typed ends with its line`, () => {
      const tokens = tokenize(`${open}\n  , "rule": {}`);
      assert.ok(tokens.includes(`rule  ${KEY}`), tokens.join("\n"));
    });
});
