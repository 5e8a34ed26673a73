import assert from "node:assert/strict";
import { test } from "node:test";
import { jsonFormat } from "../../cli/check/format-json.ts";
import { Summary, type CheckedFile } from "../../cli/check/outcome.ts";
import { checkedFile, placeOf, problem } from "./checked-file.ts";

function report(
  files: readonly CheckedFile[],
  unreadable: readonly { path: string; reason: string }[] = [],
): unknown {
  const format = jsonFormat();
  const summary = new Summary();
  let out = format.start();
  for (const file of files) {
    summary.add(file.problems);
    out += [...format.checked(file)].join("");
  }
  for (const file of unreadable) {
    summary.unreadable++;
    out += format.unreadable(file);
  }
  return JSON.parse(out + format.end(summary));
}

test("no files", () => {
  assert.deepEqual(report([]), {
    files: [],
    summary: { files: 0, errors: 0, warnings: 0, infos: 0, hints: 0, unreadable: 0 },
  });
});

test("all keys, counted from one in UTF-16 units, ends exclusive, whatever the line breaks", () => {
  const text = `{\r\n\t"😀": 1,\r"rule": {}}`;
  const fix = (title: string, isSafe: boolean) => ({
    title,
    isSafe,
    edits: [{ ...placeOf(text, "1"), newText: "2" }],
  });
  const found = problem(placeOf(text, "1"), {
    severity: "error",
    livekit: { by: "tool", text: "proto: \ud83d", isFirst: true },
    fixes: [fix("Make it two", false), fix("Make it two, again", true)],
    related: [{ ...placeOf(text, `{}`), message: "Here." }],
    tags: ["deprecated"],
  });
  const region = { line: 2, column: 8, endLine: 2, endColumn: 9 };
  const edits = [{ ...region, newText: "2" }];
  assert.deepEqual(report([checkedFile("a b.json", text, [found])]), {
    files: [
      {
        path: "a b.json",
        form: "bare",
        target: "auto",
        problems: [
          {
            code: "made-up",
            severity: "error",
            message: "Something is odd.",
            livekit: { by: "tool", text: "proto: \ud83d", first: true },
            ...region,
            fix: { title: "Make it two", isSafe: false, edits },
            fixes: [
              { title: "Make it two", isSafe: false, edits },
              { title: "Make it two, again", isSafe: true, edits },
            ],
            related: [{ message: "Here.", line: 3, column: 9, endLine: 3, endColumn: 11 }],
            tags: ["deprecated"],
          },
        ],
      },
    ],
    summary: { files: 1, errors: 1, warnings: 0, infos: 0, hints: 0, unreadable: 0 },
  });
});

test("keys that have nothing to say are left out", () => {
  const later = problem(
    { start: 0, end: 1 },
    { livekit: { by: "server", text: "missing rule", isFirst: false } },
  );
  const { files } = report([checkedFile("a.json", "{}", [later, problem({ start: 0, end: 2 })])]) as {
    files: { problems: object[] }[];
  };
  const region = { line: 1, column: 1, endLine: 1 };
  const base = { code: "made-up", severity: "warning", message: "Something is odd." };
  assert.deepEqual(files[0]!.problems, [
    { ...base, livekit: { by: "server", text: "missing rule" }, ...region, endColumn: 2 },
    { ...base, ...region, endColumn: 3 },
  ]);
});

test("files that cannot be read stand among the others", () => {
  const { files, summary } = report(
    [checkedFile("a.json", "{}", [])],
    [{ path: "b.json", reason: "permission denied" }],
  ) as {
    files: object[];
    summary: { unreadable: number };
  };
  assert.deepEqual(files[1], { path: "b.json", error: "permission denied", problems: [] });
  assert.equal(summary.unreadable, 1);
});
