import assert from "node:assert/strict";
import { test } from "node:test";
import { githubFormat } from "../../cli/check/format-github.ts";
import type { Problem } from "../../core/problem.ts";
import { checkedFile, problem } from "./checked-file.ts";

function written(path: string, found: Partial<Problem> = {}, workspace?: string): string {
  const file = checkedFile(path, `{\n "a": 1}`, [problem({ start: 3, end: 6 }, found)]);
  return [...githubFormat(workspace).checked(file)].join("");
}

test("a command with the place and the words of both", () => {
  const livekit = { by: "tool", text: 'proto: (line 2:2): unknown field "a"', isFirst: true } as const;
  assert.equal(
    written("rules/a.json", { severity: "error", livekit }),
    `::error file=rules/a.json,line=2,endLine=2,col=2,endColumn=5,title=made-up::Something is odd.%0Alk prints: could not read request: proto: (line 2:2): unknown field "a"\n`,
  );
});

test("severities have the names that GitHub knows", () => {
  const commands = (["error", "warning", "info", "hint"] as const).map(
    (severity) => written("a.json", { severity }).split(" ")[0],
  );
  assert.deepEqual(commands, ["::error", "::warning", "::notice", "::notice"]);
});

test("what could end the command or a property is escaped", () => {
  assert.equal(
    written("a,b:c%.json", { message: "100%: a, b\r\n::error::gotcha" }),
    `::warning file=a%2Cb%3Ac%25.json,line=2,endLine=2,col=2,endColumn=5,title=made-up::100%25: a, b␍%0A::error::gotcha\n`,
  );
  assert.match(written("a\n::error::.json"), /^::warning file=a␊%3A%3Aerror%3A%3A\.json,[^\n]*\n$/);
});

test("files are named from the root of the repository, where that is known", () => {
  const folder = process.cwd();
  const parent = folder.replace(/\/[^/]+$/, "");
  const name = folder.slice(parent.length + 1);
  assert.match(written("rules/a.json", {}, parent), new RegExp(`file=${name}/rules/a\\.json,`));
  assert.match(written("rules/a.json", {}, "/somewhere/else"), /file=rules\/a\.json,/);
});

test("a file that cannot be read is an error of its own", () => {
  assert.equal(
    githubFormat(undefined).unreadable({ path: "a.json", reason: "permission denied" }),
    "::error file=a.json,title=unreadable::Could not be read: permission denied\n",
  );
});
