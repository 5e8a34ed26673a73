import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { applySafeFixes } from "../../cli/check/apply-fixes.ts";
import { checkText } from "../../cli/check/check-text.ts";
import { githubFormat } from "../../cli/check/format-github.ts";
import { jsonFormat } from "../../cli/check/format-json.ts";
import { sarifFormat } from "../../cli/check/format-sarif.ts";
import { textFormat } from "../../cli/check/format-text.ts";
import type { Format } from "../../cli/check/format.ts";
import { Lines } from "../../cli/check/lines.ts";
import { Summary, type CheckedFile } from "../../cli/check/outcome.ts";
import { plain } from "../../cli/terminal/colour.ts";
import { applyEdits } from "../../core/fixes.ts";
import { TARGETS } from "../../core/rules/targets.ts";
import { sarifSchema } from "./sarif-schema.ts";
import { FINE, TRAILING_COMMA } from "./texts.ts";

interface Region {
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}
interface Report {
  files: [{ problems: { fixes?: { edits: (Region & { newText: string })[] }[] }[] }];
}

/** Rule files with parts cut out and others put in. */
const texts = fc
  .tuple(
    fc.constantFrom(FINE, TRAILING_COMMA, FINE.replaceAll("\n", "\r\n"), FINE.replaceAll("\n", "\r")),
    fc.array(
      fc.tuple(
        fc.nat(),
        fc.nat(12),
        fc.constantFrom(
          "",
          ",",
          "{",
          "]",
          '"',
          "\\",
          "\n",
          "\t",
          "😀",
          "\u202e",
          "null",
          '"pin": 1,',
          "//x\n",
          "\ud800",
        ),
      ),
      { maxLength: 4 },
    ),
  )
  .map(([text, cuts]) =>
    cuts.reduce((before, [any, length, inserted]) => {
      const at = any % (before.length + 1);
      return before.slice(0, at) + inserted + before.slice(at + length);
    }, text),
  );
const targets = fc.constantFrom(...TARGETS);

function report(format: Format, file: CheckedFile): string {
  const summary = new Summary();
  summary.add(file.problems);
  return format.start() + [...format.checked(file)].join("") + format.end(summary);
}

test("every format holds, whatever the text", () => {
  const validate = sarifSchema();
  fc.assert(
    fc.property(texts, targets, (text, target) => {
      const file = {
        path: "a.json",
        ...checkText({ text, hasRawBytes: false }, { target, levels: {} }),
        lines: new Lines(text),
      };
      assert.ok(validate(JSON.parse(report(sarifFormat("1.0.0"), file))), JSON.stringify(validate.errors));
      assert.doesNotMatch(report(textFormat(plain, 80), file), /[\0-\x09\x0b-\x1f\x7f-\x9f\u202e]/);
      const commands = report(githubFormat(undefined), file);
      assert.equal(commands.split("\n").length - 1, file.problems.length);
      const { files } = JSON.parse(report(jsonFormat(), file)) as Report;
      for (const [index, { fixes = [] }] of files[0].problems.entries())
        for (const [number, { edits }] of fixes.entries())
          assert.equal(
            applyByPlaces(text, edits),
            applyEdits(text, file.problems[index]!.fixes[number]!.edits),
          );
    }),
    { numRuns: 500 },
  );
});

test("--fix ends, and leaves nothing that it could fix", () => {
  fc.assert(
    fc.property(texts, targets, (text, target) => {
      const judging = { target, levels: {} };
      const { problems } = checkText({ text, hasRawBytes: false }, judging);
      const fixed = applySafeFixes(text, problems, judging);
      const left = checkText({ text: fixed.text, hasRawBytes: false }, judging).problems;
      assert.deepEqual(applySafeFixes(fixed.text, left, judging).text, fixed.text);
    }),
    { numRuns: 300 },
  );
});

/** As a program applies what the JSON report says, with an editor's idea of lines. */
function applyByPlaces(text: string, edits: readonly (Region & { newText: string })[]): string {
  const starts = [
    0,
    ...[...text.matchAll(/\r\n|\r|\n/g)].map(({ index, 0: lineBreak }) => index + lineBreak.length),
  ];
  const offset = (line: number, column: number): number => starts[line - 1]! + column - 1;
  return applyEdits(
    text,
    edits.map(({ line, column, endLine, endColumn, newText }) => ({
      start: offset(line, column),
      end: offset(endLine, endColumn),
      newText,
    })),
  );
}
