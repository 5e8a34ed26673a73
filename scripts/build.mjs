// @ts-check
// Builds every bundle into dist/. --dev: readable and with source maps; --watch: the same, again on every change.
import { existsSync } from "node:fs";
import { chmod, copyFile, mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import * as esbuild from "esbuild";
import { buildOptions, ENTRIES } from "./build/entries.mjs";
import { stripExamplesPlugin, stripTextsPlugin } from "./build/strip-examples.mjs";

const root = path.resolve(import.meta.dirname, "..");
const { values } = parseArgs({ options: { dev: { type: "boolean" }, watch: { type: "boolean" } } });
const development = Boolean(values.dev ?? values.watch);

/** Writes what the bundle carries (read by scripts/notice.mjs) and says its size. @param {import("./build/entries.mjs").Entry} entry @param {import("esbuild").Metafile} metafile */
async function finish(entry, metafile) {
  const output = path.join(root, "dist", entry.output);
  await writeFile(path.join(root, "dist", "meta", `${entry.name}.json`), JSON.stringify(metafile, null, 1));
  if (entry.kind === "node program") await chmod(output, 0o755);
  // With the scripts that a program is split into.
  const bytes = Object.values(metafile.outputs).reduce((sum, { bytes }) => sum + bytes, 0);
  console.log(`dist/${entry.output.padEnd(24)} ${(bytes / 1024).toFixed(1).padStart(8)} KiB`);
}

/** @param {import("./build/entries.mjs").Entry} entry */
async function build(entry) {
  const options = buildOptions(entry, { root, development });
  /** @type {import("esbuild").Plugin} */
  const report = {
    name: "report",
    setup: (setup) =>
      setup.onEnd(async ({ errors, metafile }) => {
        if (errors.length === 0 && metafile) await finish(entry, metafile);
      }),
  };
  const context = await esbuild.context({
    ...options,
    plugins: [/^(server|extension)/.test(entry.name) ? stripTextsPlugin : stripExamplesPlugin, report],
  });
  if (values.watch) return context.watch();
  try {
    await context.rebuild();
  } finally {
    await context.dispose();
  }
}

for (const folder of ["meta", "livekit-dispatch"])
  await rm(path.join(root, "dist", folder), { recursive: true, force: true });
await mkdir(path.join(root, "dist", "meta"), { recursive: true });

// The texts of the fields stay out of the bundles: the language server reads them when a person first asks.
await copyFile(path.join(root, "schemas/documentation.json"), path.join(root, "dist/documentation.json"));

// VS Code loads scripts with `require`; those of this repository would be ES modules without these two.
await writeFile(path.join(root, "dist/package.json"), '{ "type": "commonjs" }\n');
await writeFile(path.join(root, "dist/extension.cjs"), 'module.exports = require("./extension.js");\n');

const present = ENTRIES.filter((entry) => existsSync(path.join(root, entry.source)));
const results = await Promise.allSettled(present.map(build));
const failed = present.filter((_, index) => results[index]?.status === "rejected");
// esbuild has printed its own errors; what else went wrong is printed here.
for (const result of results)
  if (result.status === "rejected" && !result.reason.errors) console.error(result.reason);
if (failed.length > 0) {
  console.error(`Not built: ${failed.map((entry) => entry.output).join(", ")}`);
  process.exitCode = 1;
}
