/** `list`, `get`, `diff`, `update`, `delete`, `import` on an emulated project. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { liveProject, ruleFor } from "./live-project.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const { run, store, client } = await liveProject();
const PIN = { rule: { dispatchRuleDirect: { roomName: "meeting", pin: "48151" } } };
const sales = await store(ruleFor("Sales", { attributes: { tier: "gold" }, krispEnabled: true }));
const meeting = await store(ruleFor("Meeting", PIN));
const twins = [
  await store({ ...ruleFor("Twin"), trunkIds: ["ST_1"] }),
  await store({ ...ruleFor("Twin"), trunkIds: ["ST_2"] }),
];

interface Result {
  readonly project: { readonly name: string; readonly host: string; readonly why: string };
  readonly items: readonly { readonly name: string }[];
  readonly differences: readonly { readonly path: string; readonly kind: string }[];
  readonly error: { readonly kind: string };
}

describe("list", () => {
  test("a table that hides PINs and empty columns", async () => {
    const { stdout, stderr, code } = await run(["list"]);
    assert.match(stdout, /^ID +Name +Kind +Room +PIN +Trunks\n/);
    assert.match(stdout, new RegExp(`^${meeting} +Meeting +direct +meeting +yes +ST_Meeting$`, "m"));
    assert.doesNotMatch(stdout, /48151/);
    assert.match(stderr, /\n4 rules\n$/);
    assert.equal(code, 0);
  });
  test("as JSON, which is a list that other commands read", async () => {
    const { stdout } = await run(["list", "--json", "--trunk", "ST_Sales"]);
    const { items, project } = JSON.parse(stdout) as Result;
    assert.deepEqual(
      items.map(({ name }) => name),
      ["Sales"],
    );
    assert.match(project.why, /LIVEKIT_API_KEY/);
    const converted = await run(["convert", "--to", "bare", "--item", sales, "-"], { stdin: stdout });
    assert.equal(converted.code, 0);
  });
});

describe("get", () => {
  test("a rule by its id or its name, as a file that makes no difference", async () => {
    const { stdout, code } = await run(["get", "Sales"]);
    assert.equal(code, 0);
    assert.deepEqual(await run(["get", sales]), { ...(await run(["get", "Sales"])) });
    const same = await run(["diff", "-"], { stdin: stdout });
    assert.match(same.stderr, /<stdin> and SDR_\w+ "Sales" are the same\.\n$/);
    assert.equal(same.code, 0);
  });
  test("a name that two rules have", async () => {
    const { stderr, code } = await run(["get", "Twin"]);
    for (const id of twins) assert.ok(stderr.includes(id));
    assert.equal(code, 1);
  });
  test("an id that nobody has", async () => {
    const { stderr, code } = await run(["get", "SDR_nobody"]);
    assert.match(stderr, /There is no dispatch rule SDR_nobody\./);
    assert.equal(code, 1);
  });
});

describe("diff", () => {
  test("what an update would add, change and clear", async () => {
    const stdin = JSON.stringify(
      ruleFor("Sales", {
        hidePhoneNumber: false,
        rule: { dispatchRuleDirect: { roomName: "other" } },
        numbers: ["+1"],
      }),
    );
    const { stdout, stderr, code } = await run(["diff", "-", "Sales"], { stdin });
    assert.deepEqual(stdout.split("\n"), [
      '  ~ rule.dispatch_rule_direct.room_name: "Sales" → "other"',
      '  - attributes.tier: "gold" would be cleared',
      "  - krisp_enabled: true would be cleared",
      '  + numbers: ["+1"]',
      "  = only defaults, the same as leaving them out: hide_phone_number",
      "",
    ]);
    assert.match(stderr, /"Sales": 1 added, 1 changed, 2 cleared\n$/);
    assert.equal(code, 1);
  });
  test("a file without an id needs to know with what", async () => {
    const { code, stderr } = await run(["diff", "-"], { stdin: JSON.stringify(ruleFor("Sales")) });
    assert.match(stderr, /<stdin> has no id/);
    assert.equal(code, 2);
  });
  test("credentials are hidden", async () => {
    const egress = { room: { fileOutputs: [{ filepath: "a", s3: { secret: "canary-s3" } }] } };
    const stdin = JSON.stringify(ruleFor("Sales", { roomConfig: { egress } }));
    for (const words of [
      ["diff", "-", "Sales"],
      ["diff", "--json", "-", "Sales"],
    ]) {
      const { stdout } = await run(words, { stdin });
      assert.match(stdout, /s3\.secret/);
      assert.doesNotMatch(stdout, /canary-s3/);
    }
  });
});

describe("update", () => {
  test("shows what changes, and does it", async () => {
    const id = await store(ruleFor("Before", { attributes: { a: "b" } }));
    const stdin = JSON.stringify({ dispatch_rule: { ...ruleFor("Before"), name: "After" } });
    const dry = await run(["update", "--id", id, "--dry-run", "-"], { stdin });
    assert.match(dry.stderr, /~ name: "Before" → "After"\n.*- attributes\.a: "b" would be cleared\n/s);
    assert.match(dry.stderr, /nothing was sent\.\n$/);
    const { stdout, code } = await run(["update", "--id", "Before", "--yes", "-"], { stdin });
    assert.equal(stdout, `${id} "Before": updated\n`);
    assert.equal(code, 0);
    const again = await run(["update", "--id", id, "--yes", "--json", "-"], { stdin });
    assert.match(again.stderr, /is the same as <stdin>: there is nothing to update\.\n$/);
    assert.deepEqual((JSON.parse(again.stdout) as Result).differences, []);
  });
  test("without an id", async () => {
    const { code, stderr } = await run(["update", "--yes", "-"], { stdin: JSON.stringify(ruleFor("Sales")) });
    assert.match(stderr, /has no id: say with --id/);
    assert.equal(code, 2);
  });
  test("with two ids", async () => {
    const stdin = JSON.stringify({ sipDispatchRuleId: meeting, ...ruleFor("Meeting", PIN) });
    const { code, stderr } = await run(["update", "--yes", "--id", sales, "-"], { stdin });
    assert.match(stderr, /is about SDR_\w+, and --id is SDR_/);
    assert.equal(code, 2);
  });
  test("into a conflict", async () => {
    const update = (...trunkIds: string[]) => {
      const stdin = JSON.stringify({ ...ruleFor("Meeting"), trunkIds });
      return run(["update", "--yes", "--id", meeting, "-"], { stdin });
    };
    const checked = await update("ST_Meeting", "ST_Sales");
    assert.match(checked.stderr, /It would answer: Dispatch rule for the same trunk/);
    assert.doesNotMatch(checked.stderr, /takes these calls already/);
    assert.equal(checked.code, 1);
    const unchecked = await update("ST_Sales");
    assert.match(unchecked.stderr, /would store it; but then two rules claim the same calls/);
    assert.equal(unchecked.code, 1);
  });
});

describe("delete", () => {
  test("shows the rules, and deletes them", async () => {
    const ids = [await store(ruleFor("Gone1")), await store(ruleFor("Gone2"))];
    const dry = await run(["delete", "--dry-run", ...ids]);
    assert.match(dry.stderr, /Gone1.+\n.+Gone2.+\nNothing was deleted\.\n$/);
    const { stdout, code } = await run(["delete", "--yes", "--json", "Gone1", ids[1]!]);
    assert.equal(code, 0);
    const { deleted } = JSON.parse(stdout) as { deleted: { sip_dispatch_rule_id: string }[] };
    assert.deepEqual(
      deleted.map((rule) => rule.sip_dispatch_rule_id),
      ids,
    );
    assert.equal((await client.rules.get(ids[0]!)).ok, false);
  });
  test("one that there is not, and the others stay", async () => {
    const { code, stdout } = await run(["delete", "--yes", "--json", sales, "SDR_missing"]);
    assert.equal((JSON.parse(stdout) as Result).error.kind, "notFound");
    assert.equal(code, 1);
    assert.equal((await client.rules.get(sales)).ok, true);
  });
});

describe("import", () => {
  test("a file for each rule, which a second import does not overwrite", async () => {
    const cwd = temporaryFolder();
    const words = ["import", "--output", "rules", sales, "Meeting"];
    const { code, stderr } = await run(words, { cwd });
    assert.match(stderr, /2 rules written to rules\n$/);
    assert.equal(code, 0);
    const names = readdirSync(`${cwd}/rules`);
    assert.equal(names.length, 2);
    for (const name of names) {
      assert.match(readFileSync(`${cwd}/rules/${name}`, "utf8"), /"sipDispatchRuleId": "SDR_/);
      assert.equal((await run(["diff", `rules/${name}`], { cwd })).code, 0);
    }
    const second = await run(words, { cwd });
    assert.match(second.stderr, /nothing was written, because these exist: rules\//);
    assert.equal(second.code, 2);
  });
  test("a dry run names the files", async () => {
    const cwd = temporaryFolder();
    const { stdout } = await run(["import", "--output", "rules", "--dry-run", "--json"], { cwd });
    assert.ok((JSON.parse(stdout) as { files: unknown[] }).files.length >= 4);
    assert.deepEqual(readdirSync(cwd), []);
  });
});
