import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { execFile } from "node:child_process";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, test } from "node:test";
import type { Result } from "../../scripts/test/results.mjs";
import { count } from "../../scripts/test/run-layer.mjs";
import { refuseSkip } from "../../scripts/test/skips.mjs";
import { closingLine, summaryTable } from "../../scripts/test/summary.mjs";

const reporter = path.resolve("scripts/test/results.mjs");

describe("what counts", () => {
  /** Runs a test file as `npm test` does and returns what is counted, as "state name". */
  async function results(source: string): Promise<string[]> {
    const folder = await mkdtemp(path.join(tmpdir(), "livekit-dispatch-results-"));
    try {
      const file = path.join(folder, "sample.test.mjs");
      await writeFile(file, `import { describe, test } from "node:test";\n${source}`);
      // Without this variable, which the runner around this test has set, node starts a runner of its own.
      const environment = { ...process.env, NODE_TEST_CONTEXT: undefined };
      const output = await new Promise<string>((resolve) => {
        execFile(
          process.execPath,
          ["--test", `--test-reporter=${reporter}`, file],
          { env: environment },
          (_error, stdout) => resolve(stdout),
        );
      });
      const lines = output.split("\n").filter((line) => line !== "");
      return lines.map((line) => {
        const { state, name, reason } = JSON.parse(line) as Result;
        return [state, name.replace(file, "the file"), ...(reason ? [reason] : [])].join(" ");
      });
    } finally {
      await rm(folder, { recursive: true });
    }
  }

  test("tests, not the suites around them", async () => {
    assert.deepEqual(
      await results(
        `describe("suite", () => { test("a", () => {}); test("b", () => { throw new Error(); }); });`,
      ),
      ["passed a", "failed b"],
    );
  });

  test("a skip has its reason", async () => {
    assert.deepEqual(await results(`test("a", (t) => t.skip("cannot run here: why")); test.todo("b");`), [
      "skipped a cannot run here: why",
      "skipped b todo: true",
    ]);
  });

  test("a suite that is skipped counts once", async () => {
    assert.deepEqual(await results(`describe("suite", { skip: "why" }, () => { test("a", () => {}); });`), [
      "skipped suite why",
    ]);
  });

  test("a file without tests and a file that throws are failures", async () => {
    assert.deepEqual(await results(``), ["failed the file"]);
    assert.deepEqual(await results(`throw new Error();`), ["failed the file"]);
  });
});

describe("a skip in CI", () => {
  const nothing = () => false;
  const everything = () => true;
  const cases: readonly (readonly [reason: string, has: (program: string) => boolean, refused?: string])[] = [
    ["cannot run here: root may read every folder", everything],
    ["cannot run here: [nvim] Neovim is not installed", nothing],
    ["cannot run here: [nvim] Neovim is not installed", everything, `"nvim" is here, so this test can run`],
    ["cannot run here: [vscode] the newest VS Code is not installed", nothing],
    [
      "cannot run here: [vscode] the newest VS Code is not installed",
      everything,
      `"npm" is here, so this test can run`,
    ],
    ["cannot run here: [emacs] none", nothing, "[emacs] is not in the table of scripts/test/skips.mjs"],
    ["later", nothing, `a reason to skip starts with "cannot run here: "`],
  ];
  for (const [reason, has, refused] of cases) {
    test(`${reason} (${has === nothing ? "nothing" : "everything"} is installed)`, () => {
      assert.equal(refuseSkip(reason, has), refused);
    });
  }

  const results: Result[] = [
    { state: "passed", file: "a", name: "a" },
    { state: "skipped", file: "a", name: "b", reason: "later" },
    { state: "skipped", file: "a", name: "c", reason: "cannot run here: why" },
  ];
  test("counts as a failure when it is refused", () => {
    assert.equal(
      closingLine([count("unit", results, { strict: true, ended: true })]),
      "1 passed, 1 failed, 1 skipped",
    );
  });
  test("is only a skip elsewhere", () => {
    assert.equal(
      closingLine([count("unit", results, { strict: false, ended: true })]),
      "1 passed, 0 failed, 2 skipped",
    );
  });
});

test("a runner that fails without a failing test is a failure", () => {
  assert.equal(closingLine([count("unit", [], { strict: false, ended: false })]), "0 passed, 1 failed");
});

test("the table names each reason once", () => {
  const table = summaryTable([
    { name: "unit", passed: 12, failed: 0, skipped: [] },
    { name: "editors", passed: 0, failed: 1, skipped: ["why", "why"] },
  ]);
  assert.equal(
    table,
    [
      "         passed  failed skipped",
      "unit         12       0       0",
      "editors       0       1       2",
      "    skipped 2: why",
    ].join("\n"),
  );
});
