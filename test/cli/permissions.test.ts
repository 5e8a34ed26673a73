import assert from "node:assert/strict";
import { chmodSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";
import { cli, type Ran } from "./run-cli.ts";
import { temporaryFolder } from "./temporary-folder.ts";
import { FINE, TRAILING_COMMA } from "./texts.ts";

const skip = process.platform === "win32" ? "cannot run here: Windows has other permissions" : false;

describe("without permission", { skip, concurrency: 4 }, () => {
  const cwd = temporaryFolder({
    "a/dispatch-rule.json": FINE,
    "b/dispatch-rule.json": FINE,
    "b/locked-dispatch-rule.json": FINE,
    "c/dispatch-rule.json": TRAILING_COMMA,
  });
  const at = (name: string): string => path.join(cwd, name);
  const run = (...words: string[]): Promise<Ran> => cli(words, { cwd, asNobody: true });
  chmodSync(at("a"), 0o000);
  chmodSync(at("b/locked-dispatch-rule.json"), 0o000);

  test("a folder and a file are named, the others are checked", async () => {
    assert.deepEqual(await run("check", "a", "b"), {
      code: 2,
      stdout: "1 file checked: no problems; 2 files could not be read\n",
      stderr: "a: error: permission denied\nb/locked-dispatch-rule.json: error: permission denied\n",
    });
  });

  test("the same in a glob", async () => {
    const { stderr, code } = await run("check", "**/*-rule.json", "--fail-on", "none");
    assert.equal(
      stderr,
      "a: error: permission denied\nb/locked-dispatch-rule.json: error: permission denied\n",
    );
    assert.equal(code, 2);
  });

  test("a file that may not be written is not fixed", async () => {
    const { stderr, code } = await run("check", "--fix", "c");
    assert.equal(stderr, "c/dispatch-rule.json: error: its fixes could not be written: permission denied\n");
    assert.equal(code, 2);
    assert.equal(readFileSync(at("c/dispatch-rule.json"), "utf8"), TRAILING_COMMA);
  });

  test("nor converted", async () => {
    const { stderr, code } = await run("convert", "--to", "bare", "--write", "b/dispatch-rule.json");
    assert.equal(stderr, "b/dispatch-rule.json: error: could not be written: permission denied\n");
    assert.equal(code, 2);
  });

  test("a folder that may not be made is named", async () => {
    const { stderr, code } = await cli(["convert", "--to", "bare", "--output", "new/rules", "-"], {
      cwd,
      asNobody: true,
      stdin: `{"items": [{"rule": {"dispatchRuleDirect": {"roomName": "support"}}}]}`,
    });
    assert.equal(stderr, "<stdin>: error: the folder new/rules cannot be made: permission denied\n");
    assert.equal(code, 2);
  });
});
