// @ts-check
// The extension as a .vsix file, built when something that goes into it has changed. Only Node's own modules are
// needed to import this; building needs `npm ci` to have run.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");

/** Everything that the bundles or the package are made of. */
const SOURCES = [
  ...["core", "livekit", "server", "client", "schemas", "syntaxes", "docs/checks", "docs/configuration.md"],
  "docs/images/two-kinds.png", // in README.md, which is shown with the extension
  ...["scripts/build", "scripts/build.mjs", "package.json", "package-lock.json", ".vscodeignore"],
  ...["README.md", "CHANGELOG.md", "LICENSE", "NOTICE"],
];

/** @returns {string} the file; several callers at once do the same work and get the same file */
export function packagedExtension() {
  const folder = path.join(root, "dist/packages");
  const file = path.join(folder, `${stateOfSources()}.vsix`);
  if (existsSync(file)) return file;
  const draft = path.join(folder, `draft-${process.pid}.vsix`);
  mkdirSync(folder, { recursive: true });
  const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/package.mjs", draft], {
    cwd: root,
    encoding: "utf8",
  });
  if (status !== 0)
    throw new Error(`The extension could not be packaged:
${stdout}${stderr}`);
  for (const name of readdirSync(folder))
    if (!name.startsWith("draft-")) rmSync(path.join(folder, name), { force: true });
  renameSync(draft, file);
  return file;
}

function stateOfSources() {
  const hash = createHash("sha256");
  for (const source of SOURCES) {
    const place = path.join(root, source);
    if (!existsSync(place)) continue;
    const isFolder = statSync(place).isDirectory();
    const names = /** @type {string[]} */ (isFolder ? readdirSync(place, { recursive: true }).sort() : [""]);
    for (const name of names) {
      const { size, mtimeMs } = statSync(path.join(place, name));
      hash.update(`${source}/${name} ${size} ${mtimeMs}\n`);
    }
  }
  return hash.digest("hex").slice(0, 16);
}
