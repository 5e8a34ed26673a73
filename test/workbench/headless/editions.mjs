// @ts-check
// The builds of VS Code that can be served here, each with a package.json and a lock file of its own. They are the
// server builds that npm's `code-server` carries; only Node's own modules are needed to start one.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/**
 * @typedef {object} Edition
 * @property {string} name
 * @property {string} folder where `npm ci` is run
 * @property {string} modules what that installs
 * @property {string} root the root of VS Code itself
 * @property {string} node the Node that runs it; another one as soon as the edition is installed
 */

const folder = path.resolve(import.meta.dirname, "../editors");

/** `newest` is what users have, `oldest` the version that the manifest promises to support. */
export const EDITION_NAMES = /** @type {const} */ (["newest", "oldest"]);

/** @param {(typeof EDITION_NAMES)[number]} name @param {string} [editions] where they are @returns {Edition} */
export function editionOf(name, editions = folder) {
  const modules = path.join(editions, name, "node_modules");
  // It comes as a package, because the newest VS Code does not start on the Node 20 that this project asks for.
  const ownNode = path.join(modules, `node-${process.platform}-${process.arch}/bin/node`);
  return {
    name,
    folder: path.join(editions, name),
    modules,
    root: path.join(modules, "code-server/lib/vscode"),
    get node() {
      return existsSync(ownNode) ? ownNode : process.execPath;
    },
  };
}

/** Brings what the lock file names, where it is not there yet. @param {Edition} edition @returns {boolean} whether all is there */
export function installEdition({ name, folder, modules }) {
  const marker = path.join(modules, ".package-lock.json");
  if (existsSync(marker) && hasVersions(marker, path.join(folder, "package-lock.json"))) return true;
  console.log(`Installing the ${name} VS Code for tests (about 130 MB, once): npm ci in ${folder}`);
  const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: folder,
    stdio: ["ignore", "inherit", "inherit"],
    shell: process.platform === "win32",
  });
  return status === 0;
}

/** @param {string} installed @param {string} wanted two lock files */
function hasVersions(installed, wanted) {
  const packages = (/** @type {string} */ file) => JSON.parse(readFileSync(file, "utf8")).packages;
  const found = packages(installed);
  return Object.entries(packages(wanted)).every(
    ([place, { version, optional }]) => place === "" || optional || found[place]?.version === version,
  );
}

/** @param {Edition} edition @returns {string | undefined} why it cannot be started here */
export function whyNotHere({ name, root, node }) {
  if (!existsSync(path.join(root, "out/server-main.js")))
    return `[vscode] the ${name} VS Code is not installed: npm ci in test/workbench/editors/${name}`;
  const { node: wanted } = JSON.parse(readFileSync(path.join(root, "../../package.json"), "utf8")).engines;
  const { stdout } = spawnSync(node, ["--version"], { encoding: "utf8" });
  const major = (/** @type {string} */ version) => Number(/\d+/.exec(version)?.[0]);
  return major(stdout) < major(wanted)
    ? `the ${name} VS Code needs Node ${wanted}, here is ${stdout.trim()}`
    : undefined;
}

/** The version of VS Code itself, as in "1.100.3". @param {Edition} edition @returns {string} */
export function versionOf({ root }) {
  return JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")).version;
}
