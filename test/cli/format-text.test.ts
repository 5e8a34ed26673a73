import assert from "node:assert/strict";
import { test } from "node:test";
import { textFormat } from "../../cli/check/format-text.ts";
import { Summary } from "../../cli/check/outcome.ts";
import { painter, plain } from "../../cli/terminal/colour.ts";
import type { Problem } from "../../core/problem.ts";
import { checkedFile, placeOf, problem } from "./checked-file.ts";

const TEXT = `{
  "dispatch_rule": {
    "trunks": ["ST_8hXkQm2vTz4a"],
    "rule": {}
  }
}
`;

function written(problems: readonly Problem[], text = TEXT, path = "rules/dispatch-rule.json"): string {
  return [...textFormat(plain, 100).checked(checkedFile(path, text, problems))].join("");
}

test("a problem that the tool refuses, with all that can be said about it", () => {
  const range = placeOf(TEXT, `"trunks"`);
  const said = { by: "tool", text: 'proto: (line 3:5): unknown field "trunks"', isFirst: true } as const;
  const fixes = [
    { title: 'Rename to "trunk_ids"', isSafe: false, edits: [{ ...range, newText: `"trunk_ids"` }] },
  ];
  const related = [{ ...placeOf(TEXT, `"dispatch_rule"`), message: "It belongs to this rule." }];
  const found = problem(range, {
    code: "unknown-field",
    severity: "error",
    message: "There is no such field.",
    livekit: said,
    fixes,
    related,
  });
  assert.equal(
    written([found]),
    `rules/dispatch-rule.json:3:5: error[unknown-field] There is no such field.
  |
3 |     "trunks": ["ST_8hXkQm2vTz4a"],
  |     ^^^^^^^^
  = lk prints: could not read request: proto: (line 3:5): unknown field "trunks"
  = see 2:3: It belongs to this rule.
  = help: Rename to "trunk_ids"

`,
  );
});

test("what LiveKit would say next, and what the server answers", () => {
  const says = (by: "tool" | "server", text: string, isFirst: boolean): Partial<Problem> => ({
    livekit: { by, text, isFirst },
  });
  const rule = placeOf(TEXT, "{}");
  const lines = written([
    problem(rule, says("tool", "proto: syntax error (line 4:13): unexpected token }", false)),
    problem(rule, says("tool", "missing rule", true)),
    problem(rule, says("server", "missing rule", true)),
    problem(rule, says("server", "missing rule", false)),
  ])
    .split("\n")
    .filter((line) => line.includes(" = "));
  assert.deepEqual(lines, [
    "  = lk would then print: could not read request: proto: syntax error (line 4:13): unexpected token }",
    "  = lk prints: missing rule",
    "  = LiveKit answers: missing rule",
    "  = LiveKit would then answer: missing rule",
  ]);
});

test("nothing in a file or its name can write to the terminal", () => {
  const text = `{"\u001b]0;x\u0007": "\u202e\u0085"}`;
  const found = problem(placeOf(text, `"\u202e\u0085"`), {
    message: "Odd: \u001b[2J",
    livekit: { by: "server", text: "\u001b[1m", isFirst: true },
  });
  assert.doesNotMatch(
    written([found], text, "a\u001b[31m\n.json"),
    /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/,
  );
});

test("ten megabytes in a message are cut", () => {
  const found = problem(placeOf(TEXT, "{}"), { message: `No such field: ${"x".repeat(10_000_000)}` });
  assert.match(written([found]), /x… \(10,000,015 characters\)\n/);
  assert.ok(written([found]).length < 2000);
});

test("the gutter is as wide as the line's number", () => {
  const text = `${"\n".repeat(99)}{"a": 1}`;
  assert.match(
    written([problem(placeOf(text, "1"))], text),
    /^.*:100:7: .*\n {4}\|\n100 \| \{"a": 1\}\n {4}\| {7}\^\n\n$/,
  );
});

test("colours only where they are wanted", () => {
  const paint = painter("always", {});
  const out = [
    ...textFormat(paint, 100).checked(
      checkedFile("a.json", TEXT, [problem(placeOf(TEXT, "{}"), { severity: "error" })]),
    ),
  ].join("");
  assert.match(out, /^a\.json:4:13: \u001b\[1;31merror\[made-up\]\u001b\[22;39m /);
  assert.equal(
    out.replace(/\u001b\[[\d;]*m/g, ""),
    written([problem(placeOf(TEXT, "{}"), { severity: "error" })], TEXT, "a.json"),
  );
});

test("the summary counts in words", () => {
  const summary = new Summary();
  assert.equal(summary.toString(), "0 files checked");
  const all = (["error", "error", "warning", "info", "hint", "hint"] as const).map((severity) =>
    problem({ start: 0, end: 1 }, { severity }),
  );
  summary.add(all);
  summary.unreadable = 2;
  assert.equal(
    summary.toString(),
    "1 file checked: 2 errors, 1 warning, 1 info, 2 hints; 2 files could not be read",
  );
});
