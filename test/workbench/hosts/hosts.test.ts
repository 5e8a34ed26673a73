/** The suite in each kind of extension host, in the newest and in the oldest VS Code. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import path from "node:path";
import { test, type TestContext } from "node:test";
import { launchBrowser, NO_BROWSER } from "../browser/launch.ts";
import { editionOf, whyNotHere } from "../headless/editions.mjs";
import { findDesktop } from "./desktop.ts";
import { runSuite, type Host } from "./run-suite.ts";
import { readResults, type SuiteResult } from "./suite-results.ts";

const SCRIPT = path.resolve(import.meta.dirname, "../run-suite.ts");

/** A machine can be too busy for a file watcher; what is broken is so in every VS Code. */
const HOSTS = 3;

const CASES: readonly (readonly ["newest" | "oldest", Host])[] = [
  ["newest", "node"],
  ["newest", "worker"],
  ["newest", "virtual"],
  ["oldest", "node"],
  ["oldest", "worker"],
];

for (const [name, host] of CASES)
  test(`${name} VS Code, ${host} extension host`, async (t) => {
    const edition = editionOf(name);
    const reason = whyNotHere(edition);
    if (reason !== undefined) {
      t.skip(`cannot run here: ${reason}`);
      return;
    }
    const browser = await launchBrowser();
    if (!browser) {
      t.skip(NO_BROWSER);
      return;
    }
    try {
      let { exit, output } = await runSuite(edition, host, browser);
      for (let left = HOSTS - 1; exit !== 0 && left > 0; left--) {
        const failed = readResults(output).filter(({ failure }) => failure !== undefined);
        console.log(`${t.name}: again, after ${failed.map(({ name }) => name).join("; ") || exit}`);
        ({ exit, output } = await runSuite(edition, host, browser));
      }
      await report(t, readResults(output), exit, output);
    } finally {
      await browser.close();
    }
  });

test("desktop VS Code", async (t) => {
  const desktop = await findDesktop();
  if ("missing" in desktop) {
    t.skip(`cannot run here: no desktop VS Code, because ${desktop.missing}`);
    return;
  }
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", SCRIPT, "--desktop"], {
    encoding: "utf8",
    env: { ...process.env, VSCODE_EXECUTABLE: desktop.executable },
  });
  await report(t, readResults(stdout), status, stdout + stderr);
});

async function report(
  t: TestContext,
  results: readonly SuiteResult[],
  exit: number | string | null,
  output: string,
): Promise<void> {
  for (const { name, failure } of results)
    await t.test(name, () => {
      if (failure !== undefined) assert.fail(failure);
    });
  assert.ok(results.length > 0, `No test has run (${exit}):\n${output}`);
  if (results.every(({ failure }) => failure === undefined))
    assert.equal(exit, 0, `VS Code did not end well:\n${output.slice(-4000)}`);
}
