// @ts-check
// Runs one layer and counts. What it runs prints as it goes, and is searched for secrets on its way.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { root, testFiles } from "./layers.mjs";
import { startRealServer } from "./real-server.mjs";
import { searchRun } from "./search-run.mjs";
import { refuseSkip } from "./skips.mjs";

/**
 * @typedef {object} Count
 * @property {string} name of the layer
 * @property {number} passed
 * @property {number} failed
 * @property {readonly string[]} skipped the reasons, one for each test
 */

const MINUTES = 60_000;

/**
 * @typedef {object} Circumstances
 * @property {boolean} strict a test that could run must not be skipped
 * @property {AbortSignal} stop somebody wants an end of it
 * @property {import("./run-folder.mjs").RunFolder} run
 * @property {import("./secrets.mjs").SecretSearch} search
 * @property {(chunk: Uint8Array) => void} print where what it prints goes
 */

/**
 * @param {readonly string[]} args
 * @param {string} name of the layer
 * @param {Circumstances} circumstances
 * @param {Readonly<Record<string, string>>} [env]
 * @returns {Promise<boolean>} whether node ended well
 */
async function node(args, name, { stop, search, print }, env = {}) {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ["inherit", "pipe", "pipe"],
  });
  const watched = /** @type {const} */ (["stdout", "stderr"]).map((stream) => {
    const searched = search.stream(`the output of the layer ${name}`);
    child[stream].on("data", (chunk) => {
      searched.take(chunk);
      print(chunk);
    });
    return searched;
  });
  const end = () => child.kill();
  stop.addEventListener("abort", end);
  if (stop.aborted) end();
  const [code] = await once(child, "close");
  stop.removeEventListener("abort", end);
  for (const searched of watched) searched.end();
  return code === 0;
}

/**
 * @param {import("./layers.mjs").Layer} layer
 * @param {Circumstances} circumstances
 * @returns {Promise<Count>}
 */
export async function runLayer(layer, circumstances) {
  if (layer.search) return searchRun(circumstances);
  if (layer.realServer) return runWithServer(layer, circumstances);
  if (layer.folders) return runTests(layer, circumstances);
  let passed = 0;
  const commands = layer.commands ?? [];
  for (const command of commands) if (await node(command, layer.name, circumstances)) passed++;
  return { name: layer.name, passed, failed: commands.length - passed, skipped: [] };
}

/**
 * Without a server the tests run too: some do not need it, and the others say that they cannot.
 * @param {import("./layers.mjs").Layer} layer
 * @param {Circumstances} circumstances
 */
async function runWithServer(layer, circumstances) {
  const server = await startRealServer(circumstances);
  try {
    const count = await runTests(layer, circumstances, server.env);
    return server.isBroken ? { ...count, failed: count.failed + 1 } : count;
  } finally {
    await server.close();
  }
}

/**
 * @param {import("./layers.mjs").Layer} layer
 * @param {Circumstances} circumstances
 * @param {Readonly<Record<string, string>>} [env]
 * @returns {Promise<Count>}
 */
async function runTests(layer, circumstances, env) {
  const { strict, stop, run } = circumstances;
  const { name, alone } = layer;
  const files = testFiles(layer);
  if (files.length === 0) {
    console.log("There is no test in this layer.");
    return { name, passed: 0, failed: 1, skipped: [] };
  }
  const report = path.join(run.folder, `results-${name}.ndjson`);
  const reporter = (/** @type {string} */ file) => pathToFileURL(path.join(import.meta.dirname, file)).href;
  const words = [
    ...["--enable-source-maps", "--import", "tsx", "--test", `--test-timeout=${10 * MINUTES}`],
    `--test-concurrency=${alone ? 1 : availableParallelism()}`,
    ...[`--test-reporter=${reporter("reporter.mjs")}`, "--test-reporter-destination=stdout"],
    ...[`--test-reporter=${reporter("results.mjs")}`, `--test-reporter-destination=${report}`],
    ...files,
  ];
  // A signal gives tests no time to clean up; and tsx would make the folder of a launcher anew for its cache.
  const withoutCache = layer.realServer ? { TSX_DISABLE_CACHE: "1" } : {};
  const ended = await node(words, name, circumstances, { ...env, ...run.env, ...withoutCache });
  if (stop.aborted) return { name, passed: 0, failed: 1, skipped: [] }; // the report ends anywhere
  const results = readResults(report);
  if (strict) printRefusedSkips(results);
  return count(name, results, { strict, ended });
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
