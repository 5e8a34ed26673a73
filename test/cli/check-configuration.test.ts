/** `check` under the configuration file of a project. */
import assert from "node:assert/strict";
import path from "node:path";
import { describe, test } from "node:test";
import { cli } from "./run-cli.ts";
import { temporaryFolder } from "./temporary-folder.ts";
import { FINE, TRAILING_COMMA } from "./texts.ts";

const cwd = temporaryFolder({
  ".livekit-dispatch.json": `{"overrides": {
    // Written by a tool that puts a comma too many.
    "legacy/**": {"trailing-comma": "off"},
    "/soft.json": {"trailing-comma": "warning"}
  }}`,
  "legacy/deep/dispatch-rule.json": TRAILING_COMMA,
  "soft.json": TRAILING_COMMA,
  "new/soft.json": TRAILING_COMMA,
  "own/.livekit-dispatch.json": `{"checks": {"trailing-comma": "hint"}}`,
  "own/dispatch-rule.json": TRAILING_COMMA,
  "wrong/.livekit-dispatch.json": `{"checks": {"trailing-coma": "off"}}`,
  "wrong/dispatch-rule.json": FINE,
  "wrong/deep/dispatch-rule.json": FINE,
  "everything-off.json": `{"checks": {"trailing-comma": "off"}}`,
});

const counts = async (words: string, from = cwd): Promise<[number | null, Record<string, number>]> => {
  const { code, stdout } = await cli(`check --format json ${words}`.split(" "), { cwd: from });
  return [code, (JSON.parse(stdout) as { summary: Record<string, number> }).summary];
};

describe("the configuration file of a project", { concurrency: 4 }, () => {
  test("counts for the files that its globs mean", async () => {
    const [code, { errors, warnings }] = await counts("legacy soft.json");
    assert.deepEqual([code, errors, warnings], [0, 0, 1]);
    assert.equal((await counts("new/soft.json"))[0], 1);
  });

  test("is found from every folder, for paths however written", async () => {
    assert.equal((await counts(".", path.join(cwd, "legacy/deep")))[0], 0);
    assert.equal((await counts("../legacy/deep/dispatch-rule.json", path.join(cwd, "own")))[0], 0);
    assert.equal((await counts(path.join(cwd, "legacy")))[0], 0);
  });

  test("the nearest one counts, and no other", async () => {
    const [code, { hints, errors }] = await counts("own");
    assert.deepEqual([code, hints, errors], [0, 1, 0]);
  });

  test("--level goes before it, --config takes its place", async () => {
    assert.equal((await counts("legacy --level trailing-comma=error"))[0], 1);
    assert.equal((await counts("new/soft.json --config everything-off.json"))[0], 0);
  });

  test("counts for standard input in the folder where one is", async () => {
    const { code } = await cli(["check", "-"], { cwd: path.join(cwd, "own"), stdin: TRAILING_COMMA });
    assert.equal(code, 0);
  });

  test("with a mistake in it, the files below are not called fine", async () => {
    const { code, stdout, stderr } = await cli(["check", "wrong", "soft.json"], { cwd });
    assert.equal(code, 2);
    assert.equal(
      stderr,
      'wrong/.livekit-dispatch.json: error: checks["trailing-coma"]: there is no such check. Did you mean "trailing-comma"?\n',
      "once, and not at each file",
    );
    assert.match(
      stdout,
      /\n1 file checked: 1 warning; 2 files not checked, because wrong\/\.livekit-dispatch\.json has mistakes\n$/,
    );
    const json = await cli(["check", "wrong", "--format", "json"], { cwd });
    assert.match(json.stdout, /the configuration wrong\/\.livekit-dispatch\.json: checks\[/);
    const named = await cli(["check", "soft.json", "--config", "nosuch.json"], { cwd });
    assert.equal(named.code, 2);
    assert.match(named.stderr, /--config: the configuration nosuch\.json: no such file or folder\./);
    assert.equal(named.stdout, "");
  });
});
