// @ts-check
// `npm run package`: builds the extension and packages it as dist/livekit-dispatch-<version>.vsix, or as the file
// that is named.
import { createVSIX, listFiles, PackageManager } from "@vscode/vsce";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "..");
const { name, version } = readManifest();
const file = path.resolve(process.argv[2] ?? path.join(root, "dist", `${name}-${version}.vsix`));

const { status } = spawnSync(process.execPath, ["scripts/build.mjs"], { cwd: root, stdio: "inherit" });
if (status !== 0) process.exit(1);

const draft = mkdtempSync(path.join(root, "dist", "package-"));
try {
  // .vscodeignore says what goes in; the bundles carry the dependencies.
  const names = await listFiles({ cwd: root, packageManager: PackageManager.None });
  for (const name of [".vscodeignore", ...names]) cpSync(path.join(root, name), path.join(draft, name));
  writeFileSync(path.join(draft, "package.json"), JSON.stringify(shippedManifest(), null, 2));
  await createVSIX({
    cwd: draft,
    packagePath: file,
    dependencies: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: false, // no place on the web is promised yet
  });
} finally {
  rmSync(draft, { recursive: true });
}
console.log(`${path.relative(process.cwd(), file)} ${(statSync(file).size / 1024).toFixed(0)} KiB`);

/**
 * Without what only this repository needs. `type` must go: in a browser's worker VS Code takes the bundle of an
 * extension with `"type": "module"` for an ES module and refuses it.
 */
function shippedManifest() {
  const repositoryOnly = ["type", "private", "bin", "scripts", "dependencies", "devDependencies"];
  return Object.fromEntries(Object.entries(readManifest()).filter(([key]) => !repositoryOnly.includes(key)));
}

function readManifest() {
  return JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
}
