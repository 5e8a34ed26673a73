// @ts-check
// What `npm ci` without install scripts leaves to do. From the second call on there is nothing to do.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";

/**
 * Built-in extensions that are loaded. The others keep their name, because VS Code misses an absent one, but lose
 * their code: no git, no GitHub, and about a second saved at every start.
 */
const BUILT_IN = new Set([
  "theme-defaults",
  "theme-seti",
  "json",
  "json-language-features",
  "markdown-basics",
  "markdown-language-features",
  "configuration-editing",
]);

/** @param {import("./editions.mjs").Edition} edition @returns {{ extensions: string }} the folder of built-in extensions to start with */
export function prepare({ root, modules }) {
  const link = path.join(root, "node_modules");
  if (!existsSync(link)) symlinkSync(modules, link, "junction"); // the browser asks for modules there
  const extensions = path.join(root, "extensions-few");
  if (!existsSync(extensions)) slimDown(path.join(root, "extensions"), extensions);
  return { extensions };
}

/** @param {string} from @param {string} to */
function slimDown(from, to) {
  const draft = mkdtempSync(`${to}-`);
  for (const name of readdirSync(from)) {
    const manifest = path.join(from, name, "package.json");
    if (!existsSync(manifest)) continue;
    if (BUILT_IN.has(name)) {
      symlinkSync(path.join(from, name), path.join(draft, name), "junction");
      continue;
    }
    const { name: id, publisher, version } = JSON.parse(readFileSync(manifest, "utf8"));
    mkdirSync(path.join(draft, name));
    const hollow = { name: id, publisher, version, engines: { vscode: "*" } };
    writeFileSync(path.join(draft, name, "package.json"), JSON.stringify(hollow));
  }
  try {
    renameSync(draft, to);
  } catch {
    rmSync(draft, { recursive: true, force: true }); // another test was first
  }
}
