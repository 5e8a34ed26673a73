import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { cli } from "./run-cli.ts";
import { temporaryFolder } from "./temporary-folder.ts";
import { FINE, TRAILING_COMMA } from "./texts.ts";

const COUNT = 300;
const names = Array.from({ length: COUNT }, (_, i) => `team-${i % 10}/service-${i}/dispatch-rule.json`);

describe(`${COUNT} files`, () => {
  const cwd = temporaryFolder(
    Object.fromEntries(names.map((name, i) => [name, i % 3 === 0 ? TRAILING_COMMA : FINE])),
  );

  test("each is reported once, whichever the format", async () => {
    const json = JSON.parse((await cli(["check", "--format", "json"], { cwd })).stdout) as {
      files: { path: string }[];
      summary: { files: number; errors: number };
    };
    assert.deepEqual(json.files.map(({ path }) => path).sort(), [...names].sort());
    assert.equal(json.summary.errors, 100);
    const text = await cli(["check"], { cwd });
    assert.equal(text.stdout.match(/error\[trailing-comma\]/g)?.length, 100);
    assert.match(text.stdout, /\n300 files checked: 100 errors\n$/);
    const sarif = JSON.parse((await cli(["check", "--format", "sarif"], { cwd })).stdout) as {
      runs: [{ results: unknown[] }];
    };
    assert.equal(sarif.runs[0].results.length, 100);
    const github = await cli(["check", "--format", "github"], { cwd });
    assert.equal(github.stdout.match(/^::error /gm)?.length, 100);
  });

  test("without a terminal nothing is said about progress", async () => {
    assert.equal((await cli(["check"], { cwd })).stderr, "");
  });

  test("whoever reads the report may go away", async () => {
    const { stderr, code } = await cli(["check", "--format", "json", ...Array<string>(50).fill(".")], {
      cwd,
      readsOnly: 1,
    });
    assert.equal(stderr, "");
    assert.notEqual(code, 2);
  });
});

test("a report larger than any pipe arrives whole", async () => {
  const bad = `{"rule": {}, ${Array.from({ length: 4000 }, (_, i) => `"a${i}": [1,]`).join(", ")}}`;
  const cwd = temporaryFolder({ "dispatch-rule.json": bad });
  const { stdout } = await cli(["check", "--format", "json", "--for", "lk-create"], { cwd });
  assert.ok(stdout.length > 1 << 20);
  const { summary } = JSON.parse(stdout) as { summary: { errors: number } };
  assert.ok(summary.errors >= 4000);
});
