/** The demo shows what its README says that it shows. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { checkDocument } from "../../../core/check-document.ts";
import { readRuleDocument } from "../../../core/document.ts";

const demo = path.resolve(import.meta.dirname, "../../../demo");
const rows = readFileSync(path.join(demo, "README.md"), "utf8").matchAll(
  /^\| \[`.+?`\]\(examples\/(.+?)\) +\|.*\| (`.*`) +\|$/gm,
);
const promised = new Map([...rows].map(([, name = "", codes = ""]) => [name, codes.match(/[\w-]+/g) ?? []]));

test("every example is in the table", () => {
  assert.deepEqual(readdirSync(path.join(demo, "examples")).sort(), [...promised.keys()].sort());
});

for (const file of readdirSync(path.join(demo, "examples")))
  test(`${file} has what the table says`, () => {
    const document = readRuleDocument(readFileSync(path.join(demo, "examples", file), "utf8"));
    const found = new Set(checkDocument(document).map(({ code }) => code));
    assert.deepEqual([...found].sort(), [...(promised.get(file) ?? [])].sort());
  });
