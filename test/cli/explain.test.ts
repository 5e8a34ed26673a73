import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import path from "node:path";
import { test } from "node:test";
import { allChecks as checks } from "../../core/all-checks.ts";
import { cli } from "./run-cli.ts";

test("without a code: all of them", async () => {
  const { stdout, code } = await cli(["explain"]);
  assert.deepEqual(
    stdout
      .trim()
      .split("\n")
      .map((line) => line.split(" ")[0]),
    checks.map((check) => check.code),
  );
  assert.equal(code, 0);
});

test("every code has its page, also where the build left the examples out", async () => {
  for (const check of [checks[0]!, checks.at(-1)!]) {
    const { stdout, code } = await cli(["explain", check.code]);
    assert.ok(stdout.startsWith(`${check.title} (${check.code})\n\n`), stdout);
    assert.match(stdout, /It counts as /);
    assert.doesNotMatch(stdout, /Examples/);
    assert.equal(code, 0);
  }
});

test("examples, with carets under what is reported", async () => {
  const main = path.resolve(import.meta.dirname, "../../cli/main.ts");
  const stdout = await new Promise<string>((resolve, reject) => {
    const words = ["--import", import.meta.resolve("tsx"), main, "explain", "trailing-comma"];
    execFile(process.execPath, words, (error, out) => {
      if (error instanceof Error) reject(error);
      else resolve(out);
    });
  });
  assert.ok(
    stdout.includes(
      [
        `    {"rule": {"dispatchRuleDirect": {"roomName": "open-room"}},}`,
        `                                                              ^`,
        `  Fixed:`,
        `    {"rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
      ].join("\n"),
    ),
    stdout,
  );
});

test("a code that is none", async () => {
  const { stderr, code } = await cli(["explain", "trailing-coma"]);
  assert.match(
    stderr,
    /^There is no problem with the code "trailing-coma"\. Did you mean "trailing-comma"\?\n/,
  );
  assert.equal(code, 2);
});
