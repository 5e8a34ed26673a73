import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { cli } from "../run-cli.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { OPEN, SUPPORT, TRUNKS } from "./rule-files.ts";

const direct = (fields: object): string =>
  JSON.stringify({ dispatch_rule: { rule: { dispatchRuleDirect: { roomName: "a" } }, ...fields } });
const cwd = temporaryFolder({
  "support.json": SUPPORT,
  "open.json": OPEN,
  "copy.json": `\n  ${direct({ name: "Copy" })}`,
  "plus.json": direct({ name: "Plus", numbers: ["+15550100100"] }),
  "bare.json": direct({ name: "Bare", numbers: ["1 555 010 0100"] }),
  "partner.json": direct({ name: "Partner", numbers: ["+15550100999"] }),
  "gone.json": direct({ name: "Gone", trunk_ids: ["ST_gone"] }),
  "elsewhere.json": direct({ name: "Elsewhere", trunk_ids: ["ST_main"], numbers: ["+15550100200"] }),
  "pin.json": `{"dispatch_rule": {"name": "Pin", "rule": {"dispatchRuleDirect": {"roomName": "a", "pin": "12e"}}}}`,
  "stored.json": `{"items": [{"sipDispatchRuleId": "SDR_b", "rule": {}}, {"sipDispatchRuleId": "SDR_a", "rule": {"dispatchRuleDirect": {"roomName": "a"}}}]}`,
  "trunks.json": TRUNKS,
});
const run = (words: string): ReturnType<typeof cli> => cli(["conflicts", ...words.split(" ")], { cwd });

describe("conflicts", { concurrency: 2 }, () => {
  test("both places and LiveKit's text", async () => {
    const { code, stdout } = await run("--rules open.json --rules copy.json");
    assert.equal(code, 1);
    const [first, second] = stdout.split("\n");
    assert.equal(
      first,
      'copy.json:2:20: conflict "Copy": Dispatch rule for the same trunk, inbound number, number, and PIN combination already exists in dispatch rule "<new>" "<blank name>"',
    );
    assert.match(second ?? "", /^ {2}open\.json:1:1: /);
  });

  test("two spellings of one number conflict", async () => {
    assert.equal((await run("plus.json bare.json")).code, 1);
    assert.equal((await run("plus.json partner.json")).code, 0);
  });

  test("deployed rules are there first, and one without a kind is a conflict with everybody", async () => {
    const { stdout } = await run("open.json stored.json");
    assert.match(stdout, /stored\.json:1:12: conflict SDR_b: unsupported SIP Dispatch Rule: <nil>/);
    assert.match(
      stdout,
      /open\.json:1:1: conflict .*"SDR_a" "<blank name>"\n {2}stored\.json:1:\d+: SDR_a has it/,
    );
  });

  const never: readonly (readonly [rules: string, trunks: boolean, reason: RegExp | undefined])[] = [
    ["pin.json", false, /pin\.json:1:19: never wins "Pin": No phone can enter its PIN/],
    ["gone.json", true, /never wins "Gone": None of the trunks that it lists is there/],
    ["gone.json", false, undefined],
    ["elsewhere.json", true, /None of its `numbers` .* is one of trunk "Main"/],
    [
      "plus.json support.json",
      true,
      /"Plus": .*rule "Support" goes first\.\n {2}support\.json:1:18: "Support" goes first/,
    ],
    ["plus.json support.json", false, undefined],
    ["partner.json support.json", true, undefined],
  ];
  for (const [rules, trunks, reason] of never)
    test(`${rules}${trunks ? " with trunks" : ""}: ${reason ? "never wins" : "nothing is certain"}`, async () => {
      const { code, stdout } = await run(`${rules}${trunks ? " --trunks trunks.json" : ""}`);
      assert.equal(code, 0);
      if (reason) assert.match(stdout, reason);
      else assert.doesNotMatch(stdout, /never wins/);
    });

  test("JSON says the same", async () => {
    const { stdout } = await run("open.json copy.json --format json");
    const { conflicts } = JSON.parse(stdout) as { conflicts: { rule: { place: string } }[] };
    assert.deepEqual(
      conflicts.map(({ rule }) => rule.place),
      ["copy.json:2:20"],
    );
  });

  test("ten thousand rules take seconds", async () => {
    const items = Array.from({ length: 10_000 }, (_, at) => ({
      sipDispatchRuleId: `SDR_${at}`,
      numbers: [`+1555${at % 9_999}`],
      rule: { dispatchRuleIndividual: { roomPrefix: "r" } },
    }));
    const { code, stdout } = await cli(["conflicts", "-", "--trunks", "trunks.json"], {
      cwd,
      stdin: JSON.stringify({ items }),
    });
    assert.equal(code, 1);
    assert.match(stdout, /10000 rules: 1 conflict, /);
  });
});
