// @ts-check
// Brings what the tests need, so that `npm test` works in a bare clone. Needs nothing but Node itself.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { EDITION_NAMES, editionOf, installEdition } from "../../test/workbench/headless/editions.mjs";
import { root } from "./layers.mjs";
import { isOnPath } from "./skips.mjs";

/** @param {string} file */
const packagesOf = (file) => JSON.parse(readFileSync(path.join(root, file), "utf8")).packages;

/** Whether node_modules holds the versions of package-lock.json; what is optional may be missing. */
function isInstalled() {
  if (!existsSync(path.join(root, "node_modules/.package-lock.json"))) return false;
  const installed = packagesOf("node_modules/.package-lock.json");
  return Object.entries(packagesOf("package-lock.json")).every(([folder, wanted]) => {
    if (folder === "") return true;
    const found = installed[folder];
    return found ? found.version === wanted.version : Boolean(wanted.optional ?? wanted.devOptional);
  });
}

/** @param {string} command @param {readonly string[]} args @param {"inherit" | "ignore"} [output] */
function run(command, args, output = "inherit") {
  console.log(`$ ${command} ${args.join(" ")}`);
  return spawnSync(command, args, { cwd: root, stdio: ["ignore", output, "inherit"] }).status === 0;
}

/** Runs `npm ci` where it is needed. Returns false when it failed: then nothing can run. */
export function installPackages() {
  return isInstalled() || run("npm", ["ci", "--no-audit", "--no-fund"]);
}

/** Where this fails, the tests that need it say so and are skipped. */
export function installNeovim() {
  if (!isOnPath("nvim") && !aptInstall("neovim"))
    console.log("Neovim is not installed: the tests that need it will be skipped.");
}

/** LiveKit's server has no SIP without Redis. */
export function installRedis() {
  if (!isOnPath("redis-server") && !aptInstall("redis-server")) console.log("Redis is not installed.");
}

/** A VS Code that can be served, new and old, and a browser to show it. Without them these tests are skipped. */
export function installWorkbench() {
  for (const name of EDITION_NAMES)
    if (!installEdition(editionOf(name))) console.log(`The ${name} VS Code could not be installed.`);
  const isThere = ["chromium-headless-shell", "chromium", "google-chrome"].some(isOnPath);
  if (isThere || aptInstall("chromium-headless-shell")) return;
  const playwright = "node_modules/playwright-core/cli.js";
  if (!run(process.execPath, [playwright, "install", "--only-shell", "chromium"]))
    console.log("There is no browser: the tests that need one will be skipped.");
}

/** Installs a package on Debian when we are root. @param {string} name */
function aptInstall(name) {
  if (process.getuid?.() !== 0 || !isOnPath("apt-get")) return false;
  process.env["DEBIAN_FRONTEND"] = "noninteractive";
  // At this level Debian's packages do not start their services: the tests start a server of their own.
  process.env["RUNLEVEL"] = "1";
  const apt = ["-qq", "-o", "DPkg::Lock::Timeout=120"];
  return (
    run("apt-get", [...apt, "update"], "ignore") &&
    run("apt-get", [...apt, "install", "-y", "--no-install-recommends", name], "ignore")
  );
}
