// @ts-check
// Builds every bundle into dist/. --dev: readable and with source maps; --watch: the same, again on every change.
import { existsSync } from "node:fs";
import { chmod, copyFile, mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import * as esbuild from "esbuild";
import { buildOptions, ENTRIES } from "./build/entries.mjs";
import { lateScripts } from "./build/late-scripts.mjs";

const root = path.resolve(import.meta.dirname, "..");
const { values } = parseArgs({ options: { dev: { type: "boolean" }, watch: { type: "boolean" } } });
const development = Boolean(values.dev ?? values.watch);

/**
 * Writes what the bundle carries (read by scripts/notice.mjs) and says its size.
 * @param {import("./build/entries.mjs").Entry} entry @param {import("esbuild").BuildResult & { metafile: import("esbuild").Metafile }} result
 */
async function finish(entry, result) {
  const { metafile } = result;
  await writeFile(path.join(root, "dist", "meta", `${entry.name}.json`), JSON.stringify(metafile, null, 1));
  if (entry.late) {
    const scripts = await lateScripts(/** @type {any} */ (result), entry, !development);
    for (const [name, text] of Object.entries(scripts)) {
      await writeFile(path.join(root, "dist", name), text);
      say(name, Buffer.byteLength(text));
    }
    return;
  }
  if (entry.kind === "node program") await chmod(path.join(root, "dist", entry.output), 0o755);
  // With the scripts that a program is split into.
  say(
    entry.output,
    Object.values(metafile.outputs).reduce((sum, { bytes }) => sum + bytes, 0),
  );
}

/** @param {string} output @param {number} bytes */
function say(output, bytes) {
  console.log(`dist/${output.padEnd(24)} ${(bytes / 1024).toFixed(1).padStart(8)} KiB`);
}

/** @param {import("./build/entries.mjs").Entry} entry */
async function build(entry) {
  const options = buildOptions(entry, { root, development });
  /** @type {import("esbuild").Plugin} */
  const report = {
    name: "report",
    setup: (setup) =>
      setup.onEnd(async (result) => {
        const { metafile } = result;
        if (result.errors.length === 0 && metafile) await finish(entry, { ...result, metafile });
      }),
  };
  const context = await esbuild.context({
    ...options,
    plugins: [...(options.plugins ?? []), report],
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
