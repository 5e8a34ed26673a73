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
  "stranger.json": direct({ name: "Stranger", trunk_ids: ["ST_closed"], inbound_numbers: ["+15550177"] }),
  "moved.json": direct({ name: "Moved", trunk_ids: ["ST_any"], numbers: ["+15550100100"] }),
  "cloud.json": direct({ name: "Cloud", trunk_ids: ["PN_PPN_4nPw9LcYb6Ha"] }),
  "pin.json": `{"dispatch_rule": {"name": "Pin", "rule": {"dispatchRuleDirect": {"roomName": "a", "pin": "12e"}}}}`,
  "stored.json": `{"items": [{"sipDispatchRuleId": "SDR_b", "rule": {}}, {"sipDispatchRuleId": "SDR_a", "rule": {"dispatchRuleDirect": {"roomName": "a"}}}]}`,
  "trunks.json": TRUNKS,
  "odd-trunks.json": `[{"sipTrunkId": "ST_main"}, {"sipTrunkId": 7}]`,
  "all-trunks.json": JSON.stringify({
    items: [
      { sipTrunkId: "ST_main", name: "Main", numbers: ["+1 555 010 0100"] },
      { sipTrunkId: "ST_closed", name: "Closed", numbers: ["+15550100300"], allowedNumbers: ["+15550188"] },
      { sipTrunkId: "ST_any", allowedAddresses: ["192.0.2.0/24"] },
    ],
  }),
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

  const never: readonly (readonly [rules: string, trunks: boolean | string, reason: RegExp | undefined])[] = [
    ["pin.json", false, /pin\.json:1:19: never wins "Pin": No phone can enter its PIN/],
    [
      "gone.json",
      true,
      /never wins "Gone": No call gets to it: none of the trunks that it lists is there \("ST_gone"\)\./,
    ],
    ["gone.json", false, undefined],
    ["elsewhere.json", true, /none of its `numbers` is a number of trunk "Main"/],
    [
      "plus.json support.json",
      true,
      /"Plus": .*rule "Support" goes first\.\n {2}support\.json:1:18: "Support" goes first/,
    ],
    ["plus.json support.json", false, undefined],
    ["partner.json support.json", true, undefined],
    [
      "stranger.json",
      "all-trunks.json",
      /trunk "Closed" \(`ST_closed`\) lets in none of its `inbound_numbers`\./,
    ],
    [
      "moved.json",
      "all-trunks.json",
      /calls to its `numbers` come in on trunk "Main" \(`ST_main`\), which it does not list\./,
    ],
    ["cloud.json", true, undefined],
    // Which trunks there are is not known where one of them cannot be read.
    ["gone.json", "odd-trunks.json", undefined],
  ];
  for (const [rules, trunks, reason] of never)
    test(`${rules}${trunks ? " with trunks" : ""}: ${reason ? "never wins" : "nothing is certain"}`, async () => {
      const { code, stdout } = await run(
        `${rules}${trunks === false ? "" : ` --trunks ${trunks === true ? "trunks.json" : trunks}`}`,
      );
      assert.equal(code, 0);
      if (reason) assert.match(stdout, reason);
      else assert.doesNotMatch(stdout, /never wins/);
    });

  test("that some trunks could not be read stands beside the result", async () => {
    const { stdout } = await run("gone.json --trunks odd-trunks.json");
    assert.match(stdout, /odd-trunks\.json:1:\d+: left out: /);
    assert.match(
      stdout,
      /Not all trunks could be read, so rules that trunks keep from winning are not told\.\n$/,
    );
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
