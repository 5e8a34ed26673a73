import assert from "node:assert/strict";
import { chmodSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";
import { cli, type Ran } from "./run-cli.ts";
import { temporaryFolder } from "./temporary-folder.ts";
import { TRAILING_COMMA } from "./texts.ts";

const BARE = `{
  "name": "Support line",
  "rule": {"dispatchRuleDirect": {"roomName": "support"}}
}
`;
const WRAPPED = `{
  "dispatch_rule": {
    "name": "Support line",
    "rule": {"dispatchRuleDirect": {"roomName": "support"}}
  }
}
`;
const DEPLOYED = BARE.replace("{\n", `{\n  "sipDispatchRuleId": "SDR_Vh6vTqQ3YzKp",\n`);
const LIST = JSON.stringify(
  {
    items: [
      { sipDispatchRuleId: "SDR_1", name: "Sales", rule: { dispatchRuleDirect: { roomName: "sales" } } },
      {
        sipDispatchRuleId: "SDR_2",
        name: "../../etc/passwd",
        rule: { dispatchRuleDirect: { roomName: "support" } },
      },
    ],
  },
  null,
  2,
);

function convert(words: string, stdin: string, cwd?: string): Promise<Ran> {
  return cli(["convert", ...words.split(" ")], { stdin, ...(cwd !== undefined && { cwd }) });
}

describe("to standard output", { concurrency: 4 }, () => {
  test("a bare rule as a create request", async () => {
    assert.deepEqual(await convert("--to wrapped -", BARE), { code: 0, stdout: WRAPPED, stderr: "" });
  });
  test("and back", async () => {
    assert.deepEqual(await convert("--to bare -", WRAPPED), { code: 0, stdout: BARE, stderr: "" });
  });
  test("fields that are the server's are left out of a create request, and named", async () => {
    const { stdout, stderr, code } = await convert("--to wrapped -", DEPLOYED);
    assert.equal(stdout, WRAPPED);
    assert.match(stderr, /^<stdin>: left out sipDispatchRuleId: .+\n$/);
    assert.equal(code, 0);
  });
  test("one rule of a list, by its number or its id", async () => {
    const second = await convert("--to bare --item 2 -", LIST);
    const byId = await convert("--to bare --item SDR_2 -", LIST);
    assert.equal((JSON.parse(second.stdout) as { sipDispatchRuleId: string }).sipDispatchRuleId, "SDR_2");
    assert.deepEqual(byId, second);
  });
});

describe("what is refused", { concurrency: 4 }, () => {
  const cwd = temporaryFolder({
    "dispatch-rule.json": BARE,
    "latin-1.json": Buffer.from([0x7b, 0xff, 0x7d]),
    "list.json": LIST,
  });
  const cases: readonly (readonly [words: string, stdin: string, code: number, stderr: RegExp])[] = [
    ["--to bare -", TRAILING_COMMA, 1, /^<stdin>:5:61: cannot be converted: .+\n$/],
    ["--to bare -", "{}", 1, /^<stdin>: cannot be converted: There is nothing of a dispatch rule/],
    ["--to bare -", LIST, 1, /Choose one with --item, or write all with --output/],
    ["--to bare --item 3 -", LIST, 1, /The list has no item 3; it has 2/],
    ["--to bare --item SDR_3 -", LIST, 2, /no rule with the id "SDR_3"\. It has: SDR_1, SDR_2\./],
    ["--to bare --item 1 -", BARE, 2, /--item is for lists/],
    ["--to bare --output x -", BARE, 2, /--output is for lists/],
    ["--to bare --item 1 --output x -", LIST, 2, /leave one out/],
    ["--to bare --write -", BARE, 2, /standard input is none/],
    ["--to bare --write --item 1 list.json", "", 2, /in the place of the whole list/],
    ["--to nothing -", BARE, 2, /--to is one of wrapped, bare/],
    ["dispatch-rule.json", "", 2, /needs --to/],
    ["--to bare", "", 2, /takes one file/],
    ["--to bare dispatch-rule.json list.json", "", 2, /takes one file/],
    ["--to bare nosuch.json", "", 2, /^nosuch\.json: error: no such file/],
    ["--to bare .", "", 2, /^\.: error: is a folder/],
    ["--to bare latin-1.json", "", 2, /^latin-1\.json: error: holds bytes that are no UTF-8/],
  ];
  for (const [words, stdin, code, stderr] of cases)
    test(`convert ${words}`, async () => {
      const ran = await convert(words, stdin, cwd);
      assert.match(ran.stderr, stderr);
      assert.equal(ran.code, code);
      assert.equal(ran.stdout, "");
    });
});

describe("into files", { concurrency: 4 }, () => {
  test("--write replaces the file and keeps its permissions", async () => {
    const cwd = temporaryFolder({ "dispatch-rule.json": BARE });
    const file = path.join(cwd, "dispatch-rule.json");
    chmodSync(file, 0o604);
    const { stdout, stderr } = await convert("--to wrapped --write dispatch-rule.json", "", cwd);
    assert.equal(readFileSync(file, "utf8"), WRAPPED);
    assert.equal(statSync(file).mode & 0o777, 0o604);
    assert.deepEqual([stdout, stderr], ["", "dispatch-rule.json: converted\n"]);
    assert.deepEqual(readdirSync(cwd), ["dispatch-rule.json"]);
  });

  test("a file that has the form is left alone", async () => {
    const cwd = temporaryFolder({ "dispatch-rule.json": WRAPPED });
    const before = statSync(path.join(cwd, "dispatch-rule.json")).ino;
    const { stderr, code } = await convert("--to wrapped --write dispatch-rule.json", "", cwd);
    assert.equal(statSync(path.join(cwd, "dispatch-rule.json")).ino, before);
    assert.equal(stderr, "dispatch-rule.json: has this form already\n");
    assert.equal(code, 0);
  });

  test("--output writes each rule of a list, inside the folder, and overwrites nothing", async () => {
    const cwd = temporaryFolder();
    const folder = path.join(cwd, "new/rules");
    const { code, stderr } = await convert("--to wrapped --output new/rules -", LIST, cwd);
    assert.equal(code, 0, stderr);
    const files = readdirSync(folder);
    assert.equal(files.length, 2);
    for (const file of files) {
      assert.match(stderr, new RegExp(`^new/rules/${file}: written$`, "m"));
      assert.ok("dispatch_rule" in (JSON.parse(readFileSync(path.join(folder, file), "utf8")) as object));
    }
    assert.equal((await cli(["check", "--for", "lk-create", "new"], { cwd })).code, 0);
    const again = await convert("--to bare --output new/rules -", LIST, cwd);
    assert.match(again.stderr, /nothing was written, because these exist: new\/rules\//);
    assert.equal(again.code, 2);
    assert.ok("dispatch_rule" in (JSON.parse(readFileSync(path.join(folder, files[0]!), "utf8")) as object));
  });
});
