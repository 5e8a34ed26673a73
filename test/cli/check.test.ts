import assert from "node:assert/strict";
import { chmodSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";
import { cli } from "./run-cli.ts";
import { temporaryFolder } from "./temporary-folder.ts";
import { FINE, TRAILING_COMMA } from "./texts.ts";

interface Report {
  files: {
    path: string;
    form: string;
    error?: string;
    problems: { code: string; severity: string; line: number; column: number }[];
  }[];
  summary: Record<string, number>;
}
const codes = (report: string): string[] =>
  (JSON.parse(report) as Report).files.flatMap(({ problems }) => problems.map(({ code }) => code));

/** LiveKit drops `media` that `lk` reads from a file: a warning. */
const ODD = FINE.replace(`"rule":`, `"media": {"mediaTimeout": "20s"},\n    "rule":`);

describe("exit codes", { concurrency: 4 }, () => {
  const cwd = temporaryFolder({
    "fine/dispatch-rule.json": FINE,
    "broken/dispatch-rule.json": TRAILING_COMMA,
    "odd/dispatch-rule.json": ODD,
    "empty/readme.md": "",
  });
  const cases: readonly (readonly [words: string, code: number])[] = [
    ["check fine", 0],
    ["check fine/dispatch-rule.json --fail-on warning", 0],
    ["check broken", 1],
    ["check broken --fail-on warning", 1],
    ["check broken --fail-on none", 0],
    ["check broken --level trailing-comma=warning", 0],
    ["check broken --level trailing-comma=off --fail-on warning", 0],
    ["check odd --for lk-create", 0],
    ["check odd --for lk-create --fail-on warning", 1],
    ["check fine broken", 1],
    ["check empty", 2],
    ["check nosuch", 2],
    ["check broken nosuch", 2],
    ["check fine *.yaml", 2],
    ["check", 1],
    ["check --for lk-updat fine", 2],
    ["check --format xml fine", 2],
    ["check --level no-such-code=off fine", 2],
    ["check --level trailing-comma=fatal fine", 2],
    ["check --fix -", 2],
    ["check --frobnicate fine", 2],
    ["check --fix=yes fine", 2],
    ["chek fine", 2],
    ["", 2],
    ["--nosuch", 2],
    ["--version", 0],
    ["--help", 0],
    ["check --help", 0],
    ["help convert", 0],
    ["help nosuch", 2],
    ["lsp", 2],
  ];
  for (const [words, code] of cases)
    test(`${code}: livekit-dispatch ${words}`, async () => {
      const ran = await cli(words.split(" ").filter(Boolean), { cwd });
      assert.equal(ran.code, code, ran.stdout + ran.stderr);
      if (code === 2) assert.notEqual(ran.stderr, "");
    });
});

describe("what is said where", { concurrency: 4 }, () => {
  const cwd = temporaryFolder({
    "dispatch-rule.json": TRAILING_COMMA,
    "rules/dispatch-rules/a.json": FINE,
    "empty/readme.md": "",
  });

  test("text, for a person", async () => {
    const { stdout, stderr } = await cli(["check"], { cwd });
    assert.equal(
      stdout,
      `dispatch-rule.json:5:61: error[trailing-comma] JSON allows no comma behind the last member. Remove it.
  |
5 |     "rule": {"dispatchRuleIndividual": {"roomPrefix": "call",}},
  |                                                             ^
  = lk prints: could not read request: proto: syntax error (line 5:62): unexpected token }
  = help: Remove the comma

2 files checked: 1 error
`,
    );
    assert.equal(stderr, "");
  });

  test("colours when they are asked for, by option or environment", async () => {
    const isColoured = async (words: string[], env = {}): Promise<boolean> =>
      (await cli(["check", ...words], { cwd, env })).stdout.includes("\u001b[");
    assert.equal(await isColoured([]), false);
    assert.equal(await isColoured(["--color", "always"], { NO_COLOR: "1" }), true);
    assert.equal(await isColoured([], { FORCE_COLOR: "1" }), true);
    assert.equal(await isColoured(["--color", "never"], { FORCE_COLOR: "1" }), false);
  });

  test("json, also where a file is missing", async () => {
    const { stdout, stderr, code } = await cli(
      ["check", "--format", "json", "rules", "nosuch.json", "dispatch-rule.json"],
      { cwd },
    );
    const { files, summary } = JSON.parse(stdout) as Report;
    assert.deepEqual(
      files.map(({ path, error }) => [path, error]),
      [
        ["rules/dispatch-rules/a.json", undefined],
        ["nosuch.json", "no such file or folder"],
        ["dispatch-rule.json", undefined],
      ],
    );
    assert.deepEqual(summary, { files: 2, errors: 1, warnings: 0, infos: 0, hints: 0, unreadable: 1 });
    assert.equal(stderr, "nosuch.json: error: no such file or folder\n");
    assert.equal(code, 2);
  });

  test("sarif and github", async () => {
    const sarif = await cli(["check", "--format", "sarif"], { cwd });
    const log = JSON.parse(sarif.stdout) as { runs: [{ results: { ruleId: string }[] }] };
    assert.deepEqual(
      log.runs[0].results.map(({ ruleId }) => ruleId),
      ["trailing-comma"],
    );
    const github = await cli(["check", "--format", "github"], { cwd });
    assert.match(
      github.stdout,
      /^::error file=dispatch-rule\.json,line=5,endLine=5,col=61,endColumn=62,title=trailing-comma::[^\n]*\n$/,
    );
  });

  test("folders and globs without rule files", async () => {
    const nothing = await cli(["check", "empty", "*.yaml"], { cwd });
    assert.match(
      nothing.stderr,
      /^No rule files found: empty\nNo rule files found: \*\.yaml\nA search takes files with names such as /,
    );
    const here = await cli(["check"], { cwd: path.join(cwd, "empty") });
    assert.match(here.stderr, /^No rule files found: the current folder\nA search takes /);
    assert.equal(here.code, 0);
  });

  test("what was meant", async () => {
    const stderr = async (...words: string[]): Promise<string> => (await cli(words, { cwd })).stderr;
    assert.match(await stderr("chekc"), /There is no command "chekc"\. Did you mean "check"\?/);
    assert.match(
      await stderr("check", "--fail_on", "none"),
      /There is no option --fail_on\. Did you mean "--fail-on"\?/,
    );
    assert.match(await stderr("check", "--for", "lk-updat"), /Did you mean "lk-update"\?/);
    assert.match(await stderr("check", "--level", "trailing-coma=off"), /Did you mean "trailing-comma"\?/);
    assert.match(
      await stderr("dispatch-rule.json"),
      /Did you mean: livekit-dispatch check dispatch-rule\.json/,
    );
  });
});

describe("standard input", { concurrency: 4 }, () => {
  test("is read for -", async () => {
    const { stdout, code } = await cli(["check", "-"], { stdin: TRAILING_COMMA });
    assert.match(stdout, /^<stdin>:5:61: error\[trailing-comma\]/);
    assert.equal(code, 1);
  });
  test("may be empty", async () => {
    const { stdout, code } = await cli(["check", "--for", "lk-create", "-"]);
    assert.match(
      stdout,
      /lk prints: could not read request: proto: syntax error \(line 1:1\): unexpected token/,
    );
    assert.equal(code, 1);
  });
  test("has a bound", async () => {
    const { stderr, code } = await cli(["check", "-"], { stdin: Buffer.alloc((32 << 20) + 1, 0x20) });
    assert.match(stderr, /^<stdin>: error: too large: more than 32 MiB/);
    assert.equal(code, 2);
  });
});

describe("any bytes at all", { concurrency: 4 }, () => {
  const cwd = temporaryFolder({
    "binary.json": Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 37) % 256)),
    "latin-1.json": Buffer.from(FINE.replace("Support", "Sch\u00fctz"), "latin1"),
    "deep.json": `{"rule": ${"[".repeat(1_000_000)}`,
    "deep-object.json": `{"rule": ${'{"a":'.repeat(200_000)}`,
    "long-name.json": FINE.replace(`"name"`, `"${"n".repeat(10_000_000)}"`),
    "large.json": Buffer.alloc((32 << 20) + 1, 0x20),
    "bom.json": `\ufeff${FINE}`,
    "carriage.json": TRAILING_COMMA.replaceAll("\n", "\r"),
    "windows.json": TRAILING_COMMA.replaceAll("\n", "\r\n"),
    "tabs.json": TRAILING_COMMA.replaceAll("    ", "\t"),
    "emoji.json": TRAILING_COMMA.replace(`"call"`, `"📞 call"`),
    "evil\u001b[31m.json": TRAILING_COMMA,
  });
  const file = async (name: string): Promise<Report["files"][0]> => {
    const { stdout, stderr } = await cli(["check", "--format", "json", "--for", "lk-create", name], { cwd });
    assert.equal(stderr.includes("bug"), false, stderr);
    return (JSON.parse(stdout) as Report).files[0]!;
  };
  const place = async (name: string): Promise<string[]> =>
    (await file(name)).problems
      .filter(({ code }) => code === "trailing-comma")
      .map(({ line, column }) => `${line}:${column}`);

  test("binary", async () => assert.notEqual((await file("binary.json")).problems.length, 0));
  test("no UTF-8", async () =>
    assert.deepEqual(
      (await file("latin-1.json")).problems.map(({ code }) => code),
      ["invalid-utf8"],
    ));
  for (const name of ["deep.json", "deep-object.json", "long-name.json", "bom.json"])
    test(name, async () => assert.notEqual((await file(name)).problems.length, 0));
  test("above 32 MiB", async () => assert.match((await file("large.json")).error ?? "", /^too large/));
  test("a carriage return is a line break", async () =>
    assert.deepEqual(await place("carriage.json"), ["5:61"]));
  test("so is what Windows writes", async () => assert.deepEqual(await place("windows.json"), ["5:61"]));
  test("a tab is one column", async () => assert.deepEqual(await place("tabs.json"), ["5:58"]));
  test("an emoji is two", async () => assert.deepEqual(await place("emoji.json"), ["5:64"]));
  test("text stays short and harmless", async () => {
    const { stdout } = await cli(["check", "--for", "lk-create", "."], { cwd });
    const all = await cli(["check", "--for", "lk-create", "*.json"], { cwd });
    assert.equal(stdout, "0 files checked\n");
    assert.ok(all.stdout.length < 20_000_000);
    assert.doesNotMatch(all.stdout + all.stderr, /\u001b/);
    assert.match(all.stdout, /evil␛\[31m\.json:5:61/);
  });
});

describe("files that cannot be read", { concurrency: 4 }, () => {
  const cwd = temporaryFolder({ "dispatch-rule.json": FINE });
  symlinkSync("nowhere", path.join(cwd, "dangling-dispatch-rule.json"));

  test("a dangling link is named, the others are checked", async () => {
    const { stdout, stderr, code } = await cli(["check"], { cwd });
    assert.equal(stderr, "dangling-dispatch-rule.json: error: is a link to something that does not exist\n");
    assert.equal(stdout, "1 file checked: no problems; 1 file could not be read\n");
    assert.equal(code, 2);
  });
});

describe("--fix", { concurrency: 4 }, () => {
  const twice = TRAILING_COMMA.replace("  }\n}", "  },\n}");

  test("mends what it safely can, until nothing is left, and says so", async () => {
    const cwd = temporaryFolder({ "dispatch-rule.json": twice });
    const file = path.join(cwd, "dispatch-rule.json");
    chmodSync(file, 0o640);
    const { stdout, stderr, code } = await cli(["check", "--fix"], { cwd });
    assert.equal(readFileSync(file, "utf8"), FINE);
    assert.equal(statSync(file).mode & 0o777, 0o640);
    assert.equal(stderr, "dispatch-rule.json: fixed: Remove the comma (2 times)\n");
    assert.equal(stdout, "1 file checked: no problems\n");
    assert.equal(code, 0);
  });

  test("keeps a link a link, and byte for byte what it does not mend", async () => {
    const text = `\r\n${TRAILING_COMMA.replaceAll("\n", "\r")}`;
    const cwd = temporaryFolder({ "real.json": text });
    symlinkSync("real.json", path.join(cwd, "dispatch-rule.json"));
    await cli(["check", "--fix"], { cwd });
    assert.equal(readFileSync(path.join(cwd, "real.json"), "utf8"), text.replace(`"call",`, `"call"`));
  });

  test("leaves a file with other bytes than UTF-8 alone", async () => {
    const bytes = Buffer.from(twice.replace("Support", "Sch\u00fctz"), "latin1");
    const cwd = temporaryFolder({ "dispatch-rule.json": bytes });
    const { stderr, code } = await cli(["check", "--fix"], { cwd });
    assert.deepEqual(readFileSync(path.join(cwd, "dispatch-rule.json")), bytes);
    assert.equal(stderr, "dispatch-rule.json: not fixed, because it holds bytes that are no UTF-8\n");
    assert.equal(code, 1);
  });

  test("does not write what has nothing to mend", async () => {
    const cwd = temporaryFolder({ "dispatch-rule.json": FINE });
    const before = statSync(path.join(cwd, "dispatch-rule.json"));
    await cli(["check", "--fix"], { cwd });
    assert.equal(statSync(path.join(cwd, "dispatch-rule.json")).ino, before.ino);
  });

  test("does not mend what is switched off", async () => {
    const cwd = temporaryFolder({ "dispatch-rule.json": TRAILING_COMMA });
    await cli(["check", "--fix", "--level", "trailing-comma=off"], { cwd });
    assert.equal(readFileSync(path.join(cwd, "dispatch-rule.json"), "utf8"), TRAILING_COMMA);
  });
});

test("targets: the same file for each of its readers", { concurrency: 4 }, async () => {
  const cwd = temporaryFolder({ "dispatch-rule.json": TRAILING_COMMA });
  writeFileSync(path.join(cwd, "fine.json"), FINE);
  const codeFor = async (target: string): Promise<number | null> =>
    (await cli(["check", "--for", target, "fine.json"], { cwd })).code;
  assert.deepEqual(
    await Promise.all(["auto", "lk-create", "api-create", "lk-update", "api-update"].map(codeFor)),
    [0, 0, 0, 1, 1],
  );
  assert.deepEqual(codes((await cli(["check", "--format", "json"], { cwd })).stdout), ["trailing-comma"]);
});
