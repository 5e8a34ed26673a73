// @ts-check
// What `npm test` runs, in this order: the cheap and telling layers first.
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";

/**
 * A layer of commands counts one for each command; a layer of tests counts each test.
 * @typedef {object} Layer
 * @property {string} name
 * @property {readonly (readonly string[])[]} [commands] arguments to node, each a script and what it is told
 * @property {readonly string[]} [folders] of test/, whose *.test.ts are run
 * @property {readonly string[]} [files] of test/, which are run as well, and not with their folder
 * @property {boolean} [realServer] these tests also run against a real LiveKit server, where one can be started
 * @property {boolean} [search] looks for secrets in what the others have printed and left; it runs whenever they do
 * @property {boolean} [alone] one file at a time: these tests start programs and wait for them
 */

export const root = path.resolve(import.meta.dirname, "../..");

/** @type {readonly Layer[]} */
export const LAYERS = [
  { name: "types", commands: [["node_modules/typescript/bin/tsc", "--noEmit"]] },
  { name: "lint", commands: [["node_modules/eslint/bin/eslint.js", ".", "--max-warnings", "0"]] },
  {
    name: "format",
    commands: [["node_modules/prettier/bin/prettier.cjs", "--check", "--log-level", "warn", "."]],
  },
  { name: "build", commands: [["scripts/build.mjs"]] },
  { name: "generated", commands: generators().map((script) => [script, "--check"]) },
  { name: "unit", folders: ["house", "core", "schemas", "cli", "livekit", "server", "client", "bench"] },
  { name: "conformance", folders: ["conformance"] },
  {
    name: "service",
    folders: ["real-server"],
    files: ["livekit/service.test.ts", "livekit/edges.test.ts", "livekit/sdk.test.ts"],
    realServer: true,
    alone: true,
  },
  { name: "protocol", folders: ["protocol"], alone: true },
  { name: "editors", folders: ["editors"], alone: true },
  {
    name: "workbench",
    folders: ["language", "package", "start", "hosts", "ui"].map((folder) => `workbench/${folder}`),
    realServer: true,
    alone: true,
  },
  { name: "secrets", search: true },
];

/** Every script that writes a file which is committed: with --check it says whether that file is stale. */
function generators() {
  const scripts = readdirSync(path.join(root, "scripts")).filter((name) => /^generate-.*\.mjs$/.test(name));
  return [...scripts.sort(), "notice.mjs"].map((name) => `scripts/${name}`);
}

/**
 * @param {Layer} layer
 * @returns {string[]} its test files, from the root of the repository
 */
export function testFiles({ folders = [], files = [] }) {
  const elsewhere = LAYERS.flatMap((layer) => layer.files ?? []);
  const found = folders.flatMap(testFilesIn).filter((file) => !elsewhere.includes(file));
  return [...files, ...found].map((file) => path.join("test", file));
}

/** @param {string} folder of test/ */
function testFilesIn(folder) {
  const place = path.join(root, "test", folder);
  if (!existsSync(place)) return [];
  const files = /** @type {string[]} */ (readdirSync(place, { recursive: true }));
  return files
    .filter((file) => file.endsWith(".test.ts") && !file.includes("fixtures"))
    .map((file) => path.posix.join(folder, file.replaceAll(path.sep, "/")))
    .sort();
}
