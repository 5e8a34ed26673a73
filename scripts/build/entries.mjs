// @ts-check
// What is built from what. An entry whose source does not exist yet is left out.
import path from "node:path";
import { stripExamplesPlugin, stripTextsPlugin } from "./strip-examples.mjs";

/**
 * @typedef {object} Entry
 * @property {string} name also the name of its metafile, dist/meta/<name>.json
 * @property {string} source from the root of the repository
 * @property {string} output in dist/
 * @property {"node program" | "node module" | "script" | "extension" | "browser script" | "browser extension"} kind
 * @property {readonly { source: string, output: string }[]} [late] modules that it imports late, and their scripts
 */

/** @type {readonly Entry[]} */
export const ENTRIES = [
  { name: "livekit-dispatch", source: "cli/main.ts", output: "livekit-dispatch.mjs", kind: "node program" },
  { name: "subject", source: "cli/subject.ts", output: "subject.mjs", kind: "node module" },
  { name: "bench-subject", source: "bench/subject.ts", output: "bench-subject.mjs", kind: "node module" },
  // VS Code loads these two, in Node and in a browser's worker alike.
  {
    name: "server",
    source: "server/main.ts",
    output: "server.js",
    kind: "script",
    late: [
      { source: "server/features.ts", output: "server.features.js" },
      { source: "server/picture.ts", output: "server.picture.js" },
    ],
  },
  { name: "extension", source: "client/extension.ts", output: "extension.js", kind: "extension" },
  // And these are built to prove that the part for the browser needs nothing of Node.
  {
    name: "server.browser",
    source: "server/browser.ts",
    output: "server.browser.js",
    kind: "browser script",
  },
  {
    name: "extension.browser",
    source: "client/extension.browser.ts",
    output: "extension.browser.js",
    kind: "browser extension",
  },
];

// Some dependencies are CommonJS and call `require` for Node's own modules, which an ES module does not have.
const REQUIRE =
  'import { createRequire as createRequireOfThisBundle } from "node:module"; ' +
  "const require = createRequireOfThisBundle(import.meta.url);";

// jsonc-parser's "main" is UMD, whose inner `require` no bundler can follow: its ES module comes first.
const NODE = { platform: "node", target: "node20", mainFields: ["module", "main"] };

// On this platform esbuild refuses every import of Node's own modules: that keeps these bundles free of Node.
const BROWSER = { platform: "browser", target: "es2022", mainFields: ["browser", "module", "main"] };

// What both hosts share may need nothing of Node, and `yaml` has such a script where it is not bundled for Node.
const BOTH = {
  target: "es2022",
  conditions: ["browser"],
  alias: { yaml: "./node_modules/yaml/browser/index.js" },
};

/** @type {Record<Entry["kind"], any>} */
const OPTIONS = {
  "node program": {
    ...NODE,
    format: "esm",
    banner: { js: `#!/usr/bin/env node\n${REQUIRE}` },
    splitting: true,
  },
  "node module": { ...NODE, format: "esm", banner: { js: REQUIRE } },
  // Split by late-scripts.mjs, which makes scripts of the modules.
  script: { ...NODE, ...BOTH, format: "esm", splitting: true, write: false },
  extension: { ...NODE, ...BOTH, format: "cjs", external: ["vscode"] },
  "browser script": { ...BROWSER, format: "iife" },
  "browser extension": { ...BROWSER, format: "cjs", external: ["vscode"] },
};

/**
 * The options of esbuild for one entry.
 * @param {Entry} entry
 * @param {{ root: string, development: boolean }} options `development`: readable, with source maps
 * @returns {import("esbuild").BuildOptions & { metafile: true }}
 */
export function buildOptions(entry, { root, development }) {
  return {
    ...OPTIONS[entry.kind],
    absWorkingDir: root,
    entryPoints: [{ in: entry.source, out: path.parse(entry.output).name }],
    outdir: "dist",
    outExtension: { ".js": path.extname(entry.output) },
    // A program is split into what its ways need; what becomes two scripts again lies in one place.
    chunkNames: entry.late ? "[name]-[hash]" : `${path.parse(entry.output).name}/[name]-[hash]`,
    plugins: [/^(server|extension)/.test(entry.name) ? stripTextsPlugin : stripExamplesPlugin],
    bundle: true,
    minify: !development,
    keepNames: false,
    // What becomes other scripts again is readable, but has other lines than its map would tell.
    sourcemap: development && !entry.late ? "linked" : false,
    legalComments: "none", // NOTICE carries them
    metafile: true,
    logLevel: "warning",
  };
}
