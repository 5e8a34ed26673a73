/** The demo workspace is what its README says. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";
import { parse } from "jsonc-parser";
import { checkDocument } from "../../core/check-document.ts";
import { readRuleDocument } from "../../core/document.ts";
import { pictureChecks } from "../../core/picture/checks/index.generated.ts";

const demo = path.resolve(import.meta.dirname, "../../demo");
const read = (file: string): string => readFileSync(path.join(demo, file), "utf8");

const ROW = /^\| \[`\w+`\]\((?<file>examples\/[^)]+)\) +\|[^|]*\| (?<codes>[^|]*?) +\|$/gm;
const rows = [...read("README.md").matchAll(ROW)].map(({ groups }) => ({
  file: groups!["file"]!,
  codes: groups!["codes"]!.split(", ").map((code) => code.replaceAll("`", "")),
}));

describe("the demo", () => {
  test("has a row for each example", () => assert.equal(rows.length, 7));

  for (const { file, codes } of rows)
    test(`${file} has the mistakes that the README names, and no others`, () => {
      const found = checkDocument(readRuleDocument(read(file))).map(({ code }) => code);
      assert.deepEqual([...new Set(found)].sort(), [...codes].sort());
    });

  test("the examples are not held against each other", () => {
    const { overrides } = parse(read(".livekit-dispatch.json")) as {
      overrides: Record<string, Record<string, string>>;
    };
    assert.deepEqual(
      overrides["examples/**"],
      Object.fromEntries(pictureChecks.map(({ code }) => [code, "off"])),
    );
  });
});
