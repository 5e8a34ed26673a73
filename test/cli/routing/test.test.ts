import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { cli } from "../run-cli.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { BOARD, SUPPORT, TRUNKS } from "./rule-files.ts";

const to = "+15550100100";
const from = "+15550123456";
const file = (fields: object): string =>
  JSON.stringify({ rules: "../rules", trunks: "../trunks.json", ...fields });
const expecting = (expect: object): string => file({ calls: [{ name: "<a>\n::b", to, from, expect }] });

const cwd = temporaryFolder({
  "rules/support.dispatch-rule.json": SUPPORT,
  "rules/board.dispatch-rule.json": BOARD,
  "trunks.json": TRUNKS,
  "half.json": `{"rule": {`,
  "fine/a.dispatch-test.json": expecting({ rule: "Support", room: "support_*", agents: ["triage"] }),
  "fine/b.dispatch-test.json": expecting({ rule: "../rules/support.dispatch-rule.json", pin: false }),
  "bad/a.dispatch-test.json": expecting({ rule: "Board" }),
  "inline/a.dispatch-test.json": file({
    rules: [JSON.parse(SUPPORT) as object],
    trunks: { sipTrunkId: "ST_main", numbers: [to] },
    calls: [{ to, from, expect: { rule: "Support", attributes: { team: "blue" } } }],
  }),
  "unknown/a.dispatch-test.json": expecting({ rule: "Suport" }),
  "missing/a.dispatch-test.json": file({
    rules: "nosuch.json",
    calls: [{ to, from, expect: { pin: true } }],
  }),
  "missing/b.dispatch-test.json": file({
    trunks: "nosuch.json",
    calls: [{ to, from, expect: { pin: true } }],
  }),
  "refused/a.dispatch-test.json": file({
    rules: ["../rules", "../half.json"],
    calls: [{ to, from, expect: { rule: "Support" } }],
  }),
  "inline-refused/a.dispatch-test.json": file({
    rules: { rule: {} },
    calls: [{ to, from, expect: { pin: true } }],
  }),
  "without-trunks/a.dispatch-test.json": JSON.stringify({
    rules: "../rules",
    calls: [{ to, from, expect: { rule: "Board" } }],
  }),
  "typed/a.dispatch-test.json": `{"rules": `,
  "empty/readme.md": "",
});
const run = (words: string): ReturnType<typeof cli> => cli(["test", ...words.split(" ")], { cwd });

describe("test", { concurrency: 2 }, () => {
  const exits: readonly (readonly [words: string, code: number, says: RegExp])[] = [
    ["fine", 0, /2 calls: 2 passed, 0 failed\n$/],
    ["inline", 0, /1 call: 1 passed/],
    [
      "bad",
      1,
      /rule: expected "Board", got "Support"\n {6}rule "Board": It lists other trunks[^\n]*\n {6}To win, all of these are needed: \(1\) Add /,
    ],
    [
      "without-trunks",
      1,
      /rule "Board": It lists trunks[^\n]*\n {6}The test names no trunks, so the call comes in on none; name them under `trunks`/,
    ],
    ["fine bad", 1, /2 passed, 1 failed/],
    ["fine/a.dispatch-test.json", 0, /1 passed/],
    [
      "unknown",
      2,
      /a\.dispatch-test\.json:1:\d+: cannot be run: There is no rule "Suport"\. Did you mean "Support"\?/,
    ],
    [
      "missing/a.dispatch-test.json",
      2,
      /:1:10: cannot be run: missing\/nosuch\.json cannot be read: no such file/,
    ],
    ["missing/b.dispatch-test.json", 2, /cannot be run: missing\/nosuch\.json cannot be read: no such file/],
    ["typed", 2, /cannot be run: This is no JSON/],
    [
      "inline-refused",
      2,
      /cannot be run: This is no rule: LiveKit refuses it: unsupported SIP Dispatch Rule/,
    ],
    ["refused", 0, /half\.json:1:\d+: left out: LiveKit refuses it: proto/],
  ];
  for (const [words, code, says] of exits)
    test(`exit ${code}: ${words}`, async () => {
      const ran = await run(words);
      assert.match(ran.stdout, says);
      assert.equal(ran.code, code);
    });

  for (const words of ["empty", "nosuch", "fine --format xml"])
    test(`exit 2: ${words}`, async () => {
      const { code, stdout, stderr } = await run(words);
      assert.deepEqual({ code, stdout }, { code: 2, stdout: "" });
      assert.notEqual(stderr, "");
    });

  test("coverage names the rules that no call of any file reaches", async () => {
    const { stdout, code } = await run("fine --coverage");
    assert.match(stdout, /^rules\/board\.dispatch-rule\.json:1:18: no call reaches rule "Board"$/m);
    assert.match(stdout, /; 1 rule reached by none\n$/);
    assert.equal(code, 0);
  });

  test("JSON says what differs and why", async () => {
    const { stdout } = await run("bad --coverage --format json");
    const { failed, files, unreached } = JSON.parse(stdout) as {
      failed: number;
      files: { calls: { differences: object[]; reasons: string[] }[] }[];
      unreached: { name: string }[];
    };
    assert.equal(failed, 1);
    assert.deepEqual(files[0]?.calls[0]?.differences, [
      { field: "rule", expected: '"Board"', actual: '"Support"' },
    ]);
    assert.deepEqual(
      unreached.map(({ name }) => name),
      ["Board"],
    );
  });

  test("JUnit: names of any kind stay text", async () => {
    const { stdout } = await run("fine bad typed --format junit");
    assert.match(
      stdout,
      /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites tests="4" failures="1" errors="1">/,
    );
    assert.match(stdout, /name="&lt;a&gt;&#10;::b"\/>/);
    assert.match(stdout, /<failure message="rule: expected &quot;Board&quot;, got &quot;Support&quot;">/);
    assert.match(stdout, /<error message="it cannot be run">/);
  });

  test("GitHub: one annotation a failure, on one line each", async () => {
    const { stdout } = await run("bad refused --coverage --format github");
    for (const line of stdout.trimEnd().split("\n")) assert.match(line, /^::(error|warning) file=/);
    assert.match(
      stdout,
      /^::error file=bad\/a\.dispatch-test\.json,line=1,col=\d+,title=<a>[^,:]*%3A%3Ab::rule: expected/,
    );
    assert.match(stdout, /^::warning .*half\.json/m);
  });

  test("coverage stands in the reports of build servers as well", async () => {
    const github = (await run("fine --coverage --format github")).stdout;
    const place = "rules/board.dispatch-rule.json:1:18";
    const words = 'no call of the routing tests reaches rule "Board".';
    assert.match(
      github,
      /^::warning file=rules\/board\.dispatch-rule\.json,line=1,col=18,title=rule without a test::/m,
    );
    assert.ok(github.includes(`::${place}: ${words}\n`), github);
    const junit = (await run("fine --coverage --format junit")).stdout;
    assert.ok(junit.includes(`<system-out>${place}: ${words.replaceAll('"', "&quot;")}</system-out>`), junit);
    assert.doesNotMatch((await run("fine --format junit")).stdout, /system-out/);
  });

  test("many calls on many rules take seconds", async () => {
    const rules = Array.from({ length: 1000 }, (_, at) => ({
      numbers: [`+1555${at}`],
      name: `r${at}`,
      rule: { dispatchRuleIndividual: { roomPrefix: "r" } },
    }));
    const calls = Array.from({ length: 200 }, (_, at) => ({
      to: `+1555${at}`,
      from: "1",
      expect: { rule: `r${at}` },
    }));
    const folder = temporaryFolder({ "a.dispatch-test.json": JSON.stringify({ rules, calls }) });
    const { code, stdout } = await cli(["test"], { cwd: folder });
    assert.match(stdout, /200 calls: 200 passed/);
    assert.equal(code, 0);
  });
});
