/** `simulate`, `conflicts` and `test` on what is deployed in a project, alone and together with files. */
import assert from "node:assert/strict";
import { chmodSync } from "node:fs";
import { describe, test } from "node:test";
import { liveProject, SECRET } from "../live-project.ts";
import type { Ran } from "../run-cli.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const project = await liveProject();
const { emulator, url, store } = project;
emulator.store.put("inboundTrunk", "ST_main", {
  sipTrunkId: "ST_main",
  numbers: ["+15550100100"],
  authUsername: "u",
  authPassword: "canary-trunk",
});
const support = await store({
  name: "Support",
  trunkIds: ["ST_main"],
  rule: { dispatchRuleIndividual: { roomPrefix: "support" } },
});
const board = await store({
  name: "Board",
  trunkIds: ["ST_board"],
  rule: { dispatchRuleDirect: { roomName: "board", pin: "4711" } },
});

const call = { name: "main", to: "+15550100100", from: "" };
const changed = {
  sipDispatchRuleId: support,
  name: "Support",
  trunkIds: ["ST_main"],
  rule: { dispatchRuleDirect: { roomName: "one-room" } },
};
const cwd = temporaryFolder({
  "rules/support.dispatch-rule.json": JSON.stringify(changed),
  "new.dispatch-rule.json": JSON.stringify({ ...changed, sipDispatchRuleId: "", name: "New" }),
  "good.dispatch-test.json": JSON.stringify({
    rules: "nosuch.json",
    calls: [
      { ...call, expect: { rule: "Support", room: "support_*" } },
      { ...call, expect: { rule: support } },
    ],
  }),
  "by-file.dispatch-test.json": JSON.stringify({
    rules: "rules",
    calls: [{ ...call, expect: { rule: "rules/support.dispatch-rule.json", room: "one-room" } }],
  }),
  "unknown.dispatch-test.json": JSON.stringify({
    rules: "rules",
    calls: [{ ...call, expect: { rule: "Sales" } }],
  }),
});
const home = temporaryFolder({
  ".livekit/cli-config.yaml": `projects:\n    - name: prod\n      url: ${url}\n      api_key: devkey\n      api_secret: ${SECRET}\n    - name: closed\n      url: http://127.0.0.1:9\n      api_key: devkey\n      api_secret: ${SECRET}\n`,
});
chmodSync(`${home}/.livekit/cli-config.yaml`, 0o600);

const run = (words: string, ...more: string[]): Promise<Ran> =>
  project.run([...words.split(" "), ...more], { cwd, env: { HOME: home } });
const CALL = "simulate --to +15550100100 --from 1";

describe("simulate", () => {
  test("the rules and trunks of a project, by its name", async () => {
    const { stdout, stderr, code } = await run(`${CALL} --project prod`);
    assert.match(stderr, /^Project "prod" \(127\.0\.0\.1:\d+\): /);
    assert.ok(stdout.startsWith(`Routed by rule "Support" (\`${support}\`) (project "prod")\n`), stdout);
    assert.match(stdout, /trunk +"?.*ST_main/);
    assert.doesNotMatch(stdout, /4711|canary/);
    assert.equal(code, 0);
  });

  test("the project that other commands take, when that is said", async () => {
    const { stderr, code } = await run(`${CALL} --deployed`);
    assert.match(stderr, /^Project "environment"/);
    assert.equal(code, 0);
  });

  test("without that nobody is asked, whatever the environment says", async () => {
    const { stdout, stderr } = await run(`${CALL} --rules rules`);
    assert.equal(stderr, "");
    assert.match(stdout, /No trunks were given/);
  });

  test("a file stands in the place of the deployed rule that it would replace", async () => {
    const { stdout } = await run(`${CALL} --project prod --format json rules`);
    const { room, rule, leftOut } = JSON.parse(stdout) as {
      room: string;
      rule: { place: string };
      leftOut: { place: string; reason: string }[];
    };
    assert.equal(room, "one-room");
    assert.match(rule.place, /^rules\/support\.dispatch-rule\.json:1:1$/);
    assert.deepEqual(leftOut, [
      { place: 'project "prod"', reason: `${rule.place} stands in the place of ${support}` },
    ]);
  });

  test("a caller who withholds the number", async () => {
    const { stdout, code } = await run("simulate --deployed --to +15550100100 --from", "");
    assert.match(stdout, /^Routed by rule "Support"/);
    assert.equal(code, 0);
    const missing = await run("simulate --deployed --to +15550100100 --from");
    assert.match(missing.stderr, /--from needs a value/);
    assert.equal(missing.code, 2);
    assert.equal((await run("simulate --to 1 --from 2 --rules", "")).code, 2);
  });

  test("a project that there is not, and one that does not answer", async () => {
    const unknown = await run(`${CALL} --project prdo`);
    assert.match(unknown.stderr, /There is no project "prdo"\. Did you mean "prod"\?/);
    assert.equal(unknown.code, 2);
    const closed = await run(`${CALL} --project closed --format json`);
    assert.equal(closed.code, 3);
    const { error } = JSON.parse(closed.stdout) as { error: { kind: string } };
    assert.equal(error.kind, "unreachable");
  });
});

describe("conflicts", () => {
  test("among the deployed rules, with what the trunks say", async () => {
    const { stdout, code } = await run("conflicts --project prod");
    assert.match(
      stdout,
      /never wins "Board": No call gets to it: none of the trunks that it lists is there \("ST_board"\)/,
    );
    assert.match(stdout, /\n2 rules: 0 conflicts, 1 that can never win\.\n$/);
    assert.equal(code, 0);
  });

  test("of a new file with a deployed rule", async () => {
    const { stdout, code } = await run("conflicts --project prod new.dispatch-rule.json");
    assert.match(stdout, /^new\.dispatch-rule\.json:1:1: conflict "New": Dispatch rule for the same trunk/);
    assert.ok(stdout.includes(`  ${support} in project "prod": "Support" has it already.\n`), stdout);
    assert.equal(code, 1);
  });
});

describe("test", () => {
  test("the deployed rules in the place of those that the test names", async () => {
    const { stdout, code } = await run("test --project prod good.dispatch-test.json");
    assert.match(stdout, /2 calls: 2 passed, 0 failed\n$/);
    assert.equal(code, 0);
  });

  test("a rule that is expected by its file, deployed otherwise than the file says", async () => {
    const { stdout, code } = await run("test --project prod by-file.dispatch-test.json");
    assert.match(stdout, /room: expected "one-room", got "support_/);
    assert.doesNotMatch(stdout, /rule: expected/);
    assert.equal(code, 1);
    assert.equal((await run("test by-file.dispatch-test.json")).code, 1);
  });

  test("a rule that is not deployed", async () => {
    const { stdout, code } = await run("test --project prod unknown.dispatch-test.json");
    assert.match(stdout, /cannot be run: There is no rule "Sales" in project "prod"\./);
    assert.equal(code, 2);
  });

  test("coverage, also where annotations want a file", async () => {
    const { stdout } = await run("test --project prod --coverage good.dispatch-test.json");
    assert.ok(stdout.includes(`${board} in project "prod": no call reaches rule "Board"\n`), stdout);
    const github = await run("test --project prod --coverage --format github good.dispatch-test.json");
    assert.match(github.stdout, /^::warning file=good\.dispatch-test\.json,line=1,col=1,/m);
  });
});
