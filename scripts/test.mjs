// @ts-check
// `npm test`: every layer; `npm test -- unit lint`: only these. Works in a bare clone: it installs what it needs.
// With CI=true a test that could run here must not be skipped.
import { installNeovim, installPackages, installRedis, installWorkbench } from "./test/install.mjs";
import { LAYERS } from "./test/layers.mjs";
import { makeRunFolder } from "./test/run-folder.mjs";
import { runLayer } from "./test/run-layer.mjs";
import { newMark, SecretSearch } from "./test/secrets.mjs";
import { closingLine, summaryTable } from "./test/summary.mjs";

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !LAYERS.some((layer) => layer.name === name));
if (unknown.length > 0) {
  console.error(
    `No such layer: ${unknown.join(", ")}. There are: ${LAYERS.map(({ name }) => name).join(", ")}.`,
  );
  process.exit(2);
}

const asked = LAYERS.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
// Which layers use secrets of the run is known by their tests; without `unit` or `service` none does.
const usesSecrets = asked.some(({ name }) => name === "unit" || name === "service");
const layers = LAYERS.filter((layer) => (layer.search ? usesSecrets : asked.includes(layer)));
if (layers.length === 0) {
  console.error("The layer secrets searches what others leave: npm test -- unit service");
  process.exit(2);
}
if (!installPackages()) {
  console.error("`npm ci` failed: nothing can be tested.");
  process.exit(1);
}
if (layers.some((layer) => layer.name === "editors")) installNeovim();
if (layers.some((layer) => layer.name === "workbench")) installWorkbench();
if (layers.some((layer) => layer.realServer)) installRedis();

// A first signal ends what runs and lets it clean up; a second one ends everything.
const stop = new AbortController();
for (const [signal, number] of /** @type {const} */ ([
  ["SIGHUP", 1],
  ["SIGINT", 2],
  ["SIGTERM", 15],
]))
  process.once(signal, () => {
    process.exitCode = 128 + number;
    stop.abort();
  });

const run = makeRunFolder(newMark());
process.once("exit", run.remove);
const circumstances = {
  strict: process.env["CI"] === "true",
  stop: stop.signal,
  run,
  search: new SecretSearch(run.mark),
  print: (/** @type {Uint8Array} */ chunk) => void process.stdout.write(chunk),
};

/** @type {import("./test/run-layer.mjs").Count[]} */
const counts = [];
for (const layer of layers) {
  console.log(`\n── ${layer.name} ${"─".repeat(76 - layer.name.length)}`);
  const started = performance.now();
  const count = await runLayer(layer, circumstances);
  if (stop.signal.aborted) process.exit();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${layer.name}: ${closingLine([count])} (${seconds} s)`);
  counts.push(count);
}

console.log(`\n${summaryTable(counts)}\n`);
console.log(closingLine(counts));
if (counts.some((count) => count.failed > 0)) process.exitCode = 1;
