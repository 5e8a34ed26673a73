// @ts-check
// Runs one layer and counts. What it runs prints as it goes.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { root, testFiles } from "./layers.mjs";
import { refuseSkip } from "./skips.mjs";

/**
 * @typedef {object} Count
 * @property {string} name of the layer
 * @property {number} passed
 * @property {number} failed
 * @property {readonly string[]} skipped the reasons, one for each test
 */

const MINUTES = 60_000;

/** @param {readonly string[]} args @returns {boolean} whether node ended well */
const node = (args) => spawnSync(process.execPath, args, { cwd: root, stdio: "inherit" }).status === 0;

/**
 * @param {import("./layers.mjs").Layer} layer
 * @param {{ strict: boolean }} options `strict`: a test that could run must not be skipped
 * @returns {Count}
 */
export function runLayer(layer, { strict }) {
  if (layer.folders)
    return runTests(layer.name, testFiles(layer.folders), { strict, alone: layer.alone ?? false });
  const ended = (layer.commands ?? []).map((command) => node(command));
  const passed = ended.filter(Boolean).length;
  return { name: layer.name, passed, failed: ended.length - passed, skipped: [] };
}

/**
 * @param {string} name
 * @param {readonly string[]} files
 * @param {{ strict: boolean, alone: boolean }} options
 * @returns {Count}
 */
export function runTests(name, files, { strict, alone }) {
  if (files.length === 0) {
    console.log("There is no test in this layer.");
    return { name, passed: 0, failed: 1, skipped: [] };
  }
  const folder = mkdtempSync(path.join(tmpdir(), "livekit-dispatch-test-"));
  const report = path.join(folder, "results.ndjson");
  const reporter = (/** @type {string} */ file) => pathToFileURL(path.join(import.meta.dirname, file)).href;
  try {
    const ended = node([
      ...["--enable-source-maps", "--import", "tsx", "--test", `--test-timeout=${10 * MINUTES}`],
      `--test-concurrency=${alone ? 1 : availableParallelism()}`,
      ...[`--test-reporter=${reporter("reporter.mjs")}`, "--test-reporter-destination=stdout"],
      ...[`--test-reporter=${reporter("results.mjs")}`, `--test-reporter-destination=${report}`],
      ...files,
    ]);
    const results = readResults(report);
    if (strict) printRefusedSkips(results);
    return count(name, results, { strict, ended });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** @param {string} file @returns {import("./results.mjs").Result[]} */
function readResults(file) {
  const lines = readFileSync(file, "utf8").split("\n");
  return lines.filter((line) => line !== "").map((line) => JSON.parse(line));
}

/**
 * @param {string} name
 * @param {readonly import("./results.mjs").Result[]} results
 * @param {{ strict: boolean, ended: boolean }} options `ended`: whether node's runner itself was content
 * @returns {Count}
 */
export function count(name, results, { strict, ended }) {
  const reasons = results.filter((result) => result.state === "skipped").map(({ reason = "" }) => reason);
  const skipped = reasons.filter((reason) => !strict || refuseSkip(reason) === undefined);
  const passed = results.filter((result) => result.state === "passed").length;
  const failed = results.length - passed - skipped.length;
  const broken = !ended && failed === 0 ? 1 : 0; // the runner failed for a reason that no test shows
  return { name, passed, failed: failed + broken, skipped };
}

/** @param {readonly import("./results.mjs").Result[]} results */
function printRefusedSkips(results) {
  for (const { state, file, name, reason = "" } of results) {
    const refused = state === "skipped" ? refuseSkip(reason) : undefined;
    if (refused)
      console.log(`\nFAILED: ${path.relative(root, file)} › ${name}\n  It was skipped in CI: ${refused}.`);
  }
}
