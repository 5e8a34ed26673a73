/** A project of ten thousand rules: listed, filtered, compared, simulated and tested. Nothing here is timed. */
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { describe, test } from "node:test";
import { liveProject } from "./live-project.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const COUNT = 10_000;
const TRUNKS = 100;
const { run, emulator, client } = await liveProject();
const id = (at: number): string => `SDR_${String(at).padStart(12, "0")}`;
const ruleAt = (at: number, more: object = {}): Readonly<Record<string, unknown>> => ({
  sipDispatchRuleId: id(at),
  name: `Rule ${at}`,
  trunkIds: [`ST_${at % TRUNKS}`],
  numbers: [`+1555${String(at).padStart(7, "0")}`],
  rule: { dispatchRuleIndividual: { roomPrefix: `room-${at}` } },
  attributes: { at: String(at) },
  ...more,
});
for (let at = 0; at < COUNT; at++) emulator.store.put("rule", id(at), ruleAt(at));
for (let at = 0; at < TRUNKS; at++) {
  const numbers = Array.from(
    { length: COUNT / TRUNKS },
    (_, step) => ruleAt(at + step * TRUNKS)["numbers"],
  ).flat();
  emulator.store.put("inboundTrunk", `ST_${at}`, { sipTrunkId: `ST_${at}`, numbers });
}

describe("ten thousand rules", () => {
  test("are listed, each once and in the order of their ids", async () => {
    const { stdout, stderr, code } = await run(["list"]);
    const lines = stdout.trimEnd().split("\n");
    assert.equal(lines.length, COUNT + 1);
    assert.match(lines[COUNT]!, /^SDR_000000009999 +Rule 9999 /);
    assert.match(stderr, /\n10000 rules\n$/);
    assert.equal(code, 0);
    const { items } = JSON.parse((await run(["list", "--json"])).stdout) as {
      items: { sipDispatchRuleId: string }[];
    };
    assert.deepEqual(
      items.map((item) => item.sipDispatchRuleId),
      Array.from({ length: COUNT }, (_, at) => id(at)),
    );
  });

  test("are filtered by the server: those on one trunk, and by id", async () => {
    const { stderr } = await run(["list", "--trunk", "ST_7", "--trunk", "ST_8"]);
    assert.match(stderr, /\n200 rules\n$/);
    const some = await client.rules.list({ ids: [id(3), id(9_999), "SDR_missing"] });
    assert.deepEqual(some.ok && some.value.map((rule) => rule.name), ["Rule 3", "Rule 9999"]);
  });

  test("one of them is compared, by its id and by its name", async () => {
    const stdin = JSON.stringify(ruleAt(4_321, { attributes: { at: "changed" }, numbers: undefined }));
    for (const words of [
      ["diff", "-"],
      ["diff", "-", "Rule 4321"],
    ]) {
      const { stdout, code } = await run(words, { stdin });
      assert.match(
        stdout,
        /- numbers: \["\+15550004321"\] would be cleared\n {2}~ attributes\.at: "4321" → "changed"\n$/,
      );
      assert.equal(code, 1);
    }
    const same = await run(["diff", "-"], { stdin: JSON.stringify(ruleAt(9_999)) });
    assert.match(same.stderr, /are the same\.\n$/);
    assert.equal(same.code, 0);
  });

  test("all of them are compared with what they are in files", async () => {
    const cwd = temporaryFolder();
    assert.equal((await run(["import", "--output", "rules"], { cwd })).code, 0);
    const names = readdirSync(`${cwd}/rules`);
    assert.equal(names.length, COUNT);
    const { stdout, code } = await run(["conflicts", "--deployed", "--format", "json", "--rules", "rules"], {
      cwd,
    });
    const report = JSON.parse(stdout) as {
      rules: number;
      conflicts: unknown[];
      neverWinning: unknown[];
      leftOut: unknown[];
    };
    // Every file stands in the place of its deployed rule.
    assert.deepEqual(
      [report.rules, report.conflicts.length, report.neverWinning.length, report.leftOut.length],
      [COUNT, 0, 0, 1],
    );
    assert.equal(code, 0);
  });

  test("a new one is held against all of them before it is sent", async () => {
    const { sipDispatchRuleId: _, ...copy } = ruleAt(5_000);
    const { stderr, code } = await run(["create", "--dry-run", "-"], { stdin: JSON.stringify(copy) });
    assert.match(stderr, /already exists in dispatch rule/);
    assert.equal(code, 1);
    const free = await run(["create", "--dry-run", "-"], {
      stdin: JSON.stringify({ ...copy, numbers: ["+1"] }),
    });
    assert.match(free.stderr, /LiveKit takes it; nothing was sent\.\n$/);
  });

  test("a call finds its rule among them", async () => {
    const { stdout, code } = await run(["simulate", "--deployed", "--to", "+15550009876", "--from", "+1"]);
    assert.match(stdout, /^Routed by rule "Rule 9876"/);
    assert.equal(code, 0);
  });

  test("routing tests run on them, with those that no call reaches, and the reason of a failure", async () => {
    const calls = Array.from({ length: 100 }, (_, at) => ({
      to: `+1555${String(at).padStart(7, "0")}`,
      from: "+1",
      expect: { rule: at === 99 ? "Rule 1" : `Rule ${at}`, room: `room-${at}_*` },
    }));
    const cwd = temporaryFolder({ "all.dispatch-test.json": JSON.stringify({ rules: [], calls }) });
    const { stdout, code } = await run(["test", "--deployed", "--coverage"], { cwd });
    assert.match(
      stdout,
      /rule: expected "Rule 1", got "Rule 99"\n {6}rule "Rule 1".*: It lists other trunks/,
    );
    assert.match(stdout, /\n100 calls: 99 passed, 1 failed; 9900 rules reached by none\n$/);
    assert.equal(code, 1);
  });
});
