import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { cli } from "../run-cli.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { BOARD, OPEN, SUPPORT, TRUNKS } from "./rule-files.ts";

const cwd = temporaryFolder({
  "rules/support.dispatch-rule.json": SUPPORT,
  "rules/board.dispatch-rule.json": BOARD,
  "trunks.json": TRUNKS,
  "open.json": OPEN,
  "half.json": `{"rule": {`,
  "kindless.json": `{"dispatch_rule": {"rule": {}}}`,
  "stored.json": `{"items": [{"sipDispatchRuleId": "SDR_1", "rule": {}}]}`,
  "patch.json": `{"sip_dispatch_rule_id": "SDR_2", "update": {"name": "x", "metadata": ""}}`,
  "replace.json": `{"sip_dispatch_rule_id": "SDR_3", "replace": ${OPEN}}`,
  "freight.json": `{"name": "truck"}`,
  "masks.json": JSON.stringify([
    { sipTrunkId: "ST_main", numbers: ["+15550100100"], allowedAddresses: ["(bad)", "10.0.0.0/8", "\u0000"] },
  ]),
  "outbound.json": `[{"sipTrunkId": "ST_out", "address": "sip.example.com"}]`,
  "created.json": `{"trunk": {"name": "New", "numbers": ["+15550100100"]}}`,
});
const run = async (words: string): Promise<{ code: number | null; stdout: string; stderr: string }> =>
  cli(["simulate", ...words.split(" ")], { cwd });
const CALL = "--to +15550100100 --from +15550123456";
const BOARD_CALL = "--to +15550100200 --from +15550123456 --rules rules --trunks trunks.json";

interface Report {
  routed: boolean;
  result: string;
  error?: string;
  room?: string;
  agents?: string[];
  rule?: { id?: string; name?: string; place: string };
  losers: { name?: string; role: string; reason: string; toWin?: { allOf: string[] } }[];
  leftOut: { place: string; reason: string }[];
  notes: string[];
}
async function json(words: string): Promise<Report> {
  const { stdout, stderr } = await run(`${words} --format json`);
  assert.equal(stderr, "");
  return JSON.parse(stdout) as Report;
}

describe("simulate", { concurrency: 2 }, () => {
  const exits: readonly (readonly [words: string, code: number])[] = [
    [`${CALL} --rules rules --trunks trunks.json`, 0],
    [`--to 15550100100 --from +15550123456 --rules rules --trunks trunks.json`, 1],
    [`${CALL} --rules stored.json`, 1],
    [BOARD_CALL, 1],
    [`${BOARD_CALL} --pin 4711`, 0],
    [`${BOARD_CALL} --pin 4712`, 1],
    [`${BOARD_CALL} --no-pin`, 1],
    [`${BOARD_CALL} --no-pin --pin 1`, 2],
    ["--to 1 --rules open.json", 2],
    ["--from 1 --rules open.json", 2],
    [`${CALL} --rules nosuch.json`, 2],
    [`${CALL} --rules open.json --trunks nosuch.json`, 2],
    [`${CALL} --rules open.json --trunks half.json`, 2],
    [`${CALL} --rules open.json --trunks outbound.json`, 2],
    [`${CALL} --rules open.json --source-ip 10.0.0`, 2],
    [`${CALL} open.json`, 0],
  ];
  for (const [words, code] of exits)
    test(`exit ${code}: ${words}`, async () => assert.equal((await run(words)).code, code));

  test("the outcome stands first, with room, identity, agents and what the caller hears", async () => {
    const { stdout } = await run(`${CALL} --rules rules --trunks trunks.json`);
    assert.match(stdout, /^Routed by rule "Support" \(rules\/support\.dispatch-rule\.json:1:18\)\n/);
    for (const text of [
      "support_+15550123456_<random>",
      "sip_+15550123456",
      "triage",
      "team=blue",
      "180 seconds",
    ])
      assert.ok(stdout.includes(text), text);
  });

  test("a loser says which values differ, and what would have made it win", async () => {
    const { losers } = await json("--to 15550100100 --from 1 --rules rules --trunks trunks.json");
    assert.equal(losers[0]?.name, "Support");
    assert.match(losers[0].reason, /To is `15550100100`; the rule says `\+15550100100`/);
    assert.match(losers[0].toWin?.allOf.join() ?? "", /Write `15550100100` instead of `\+15550100100`/);
  });

  test("where it takes several changes, it says that all of them are needed", async () => {
    const call = "--to +15550100300 --from 1 --rules rules/support.dispatch-rule.json --trunks trunks.json";
    const steps = [
      'Add `+15550100300` to `numbers` of rule "Support"',
      'Add `+15550100300` to `numbers` of trunk "Main" (`ST_main`)',
    ];
    const { losers } = await json(call);
    assert.deepEqual(losers[0]?.toWin, { allOf: steps });
    const text = (await run(call)).stdout;
    const lines = [
      "    To win, all of these are needed:",
      ...steps.map((step, at) => `    ${at + 1}. ${step}`),
    ];
    assert.ok(text.includes(`\n${lines.join("\n")}\n`), text);
    const markdown = (await run(`${call} --format markdown`)).stdout;
    const list = [
      " **To win, all of these are needed:**",
      ...steps.map((step, at) => `  ${at + 1}. ${step}`),
    ];
    assert.ok(markdown.includes(`${list.join("\n")}\n`), markdown);
  });

  test("PINs stand in no report", async () => {
    for (const format of ["text", "json", "markdown"]) {
      const { stdout } = await run(`${BOARD_CALL} --pin 4711 --format ${format}`);
      assert.ok(!stdout.includes("4711"), format);
    }
  });

  test("without trunks it says so, and what each trunk would change", async () => {
    const { routed, notes } = await json(`${CALL} --rules rules`);
    assert.equal(routed, false);
    assert.match(notes.join("\n"), /No trunks were given/);
    assert.match(notes.join("\n"), /If the trunk `ST_main` takes the call, rule "Support" goes first/);
  });

  test("without trunks that stands at the top, and no rule is advised to list none", async () => {
    for (const format of ["text", "markdown"]) {
      const { stdout } = await run(`${CALL} --rules rules --format ${format}`);
      const top = stdout.slice(0, stdout.indexOf("Why no rule took it"));
      assert.match(
        top,
        /no trunks[ |]+none were given \(--trunks\), so the call is\s+simulated\s+without one/,
      );
      assert.match(stdout, /no trunk took the\s+call/);
      assert.doesNotMatch(stdout, /Empty/);
    }
    const { losers } = await json(`${CALL} --rules rules`);
    assert.deepEqual(
      losers.map(({ toWin }) => toWin),
      losers.map(() => undefined),
    );
    const given = await run(`${CALL} --rules rules --trunks trunks.json`);
    assert.doesNotMatch(given.stdout, /none were given/);
  });

  test("without trunks a rule that lists none is told what it lacks", async () => {
    const numbers = JSON.stringify({
      name: "Own",
      numbers: ["+1"],
      rule: { dispatchRuleDirect: { roomName: "o" } },
    });
    const words = ["simulate", ...CALL.split(" "), "--rules", "-"];
    const { stdout } = await cli(words, { cwd, stdin: numbers });
    assert.match(stdout, /To win: Add `\+15550100100` to `numbers` of rule "Own"/);
  });

  test("what LiveKit refuses and what is no rule is named and left out", async () => {
    const { rule, leftOut } = await json(`${CALL} half.json kindless.json patch.json freight.json open.json`);
    assert.equal(rule?.place, "open.json:1:1");
    const reasonOf = (file: string): string =>
      leftOut.find(({ place }) => place.startsWith(`${file}:`))?.reason ?? "";
    assert.match(reasonOf("half.json"), /LiveKit refuses it: proto: /);
    assert.match(reasonOf("kindless.json"), /unsupported SIP Dispatch Rule: <nil>/);
    assert.match(reasonOf("patch.json"), /changes parts of a deployed rule/);
    assert.match(reasonOf("freight.json"), /nothing in it is a dispatch rule's/);
  });

  test("a stored rule without a kind breaks every call", async () => {
    const { result, error } = await json(`${CALL} open.json stored.json`);
    assert.deepEqual({ result, error }, { result: "ERROR", error: "unsupported SIP Dispatch Rule: <nil>" });
  });

  test("files that conflict end the call with LiveKit's text, which says the rules' own names", async () => {
    const { error, notes } = await json(`${CALL} open.json replace.json`);
    assert.match(error ?? "", /already exists in dispatch rule "<new>" "<blank name>"$/);
    assert.match(notes.join("\n"), /LiveKit refuses rule/);
  });

  test("a replacing update is the rule that it makes", async () => {
    assert.equal((await json(`${CALL} replace.json`)).rule?.id, "SDR_3");
  });

  test("odd masks are passed over as LiveKit does", async () => {
    const words = `${CALL} --rules rules --trunks masks.json --source-ip`;
    assert.equal((await json(`${words} 10.1.2.3`)).routed, true);
    assert.equal((await json(`${words} 11.1.2.3`)).routed, false);
  });

  test("a trunk that is still to be created has no id", async () => {
    const { notes } = await json(`${CALL} --rules rules --trunks created.json`);
    assert.match(notes.join("\n"), /no rule can list it/);
  });

  test("characters of files and calls move no cursor", async () => {
    const odd = JSON.stringify({
      name: "\u001b[31m\u202e|<b>",
      rule: { dispatchRuleDirect: { roomName: "a\u0007" } },
    });
    for (const format of ["text", "markdown"]) {
      const { stdout, code } = await cli(
        ["simulate", "--to", "\u001b[2J|", "--from", "\u202e<x>", "--rules", "-", "--format", format],
        { cwd, stdin: odd },
      );
      assert.equal(code, 0);
      assert.doesNotMatch(stdout, /[\u0000-\u0009\u000b-\u001f\u202e]/);
    }
  });

  test("ten thousand rules take seconds", async () => {
    const items = Array.from({ length: 10_000 }, (_, at) => ({
      sipDispatchRuleId: `SDR_${at}`,
      numbers: [`+1555${at}`],
      rule: { dispatchRuleIndividual: { roomPrefix: `r${at}` } },
    }));
    const stdin = JSON.stringify({ items });
    const start = performance.now();
    for (const to of ["+15559999", "1"]) {
      const { code } = await cli(["simulate", "--to", to, "--from", "2", "-"], { cwd, stdin });
      assert.equal(code, to === "1" ? 1 : 0);
    }
    assert.ok(performance.now() - start < 30_000);
  });
});
