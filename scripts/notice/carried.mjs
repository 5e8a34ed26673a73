// @ts-check
// Which files of which npm packages ended up in the bundles, as esbuild's metafiles tell.
import path from "node:path";

/**
 * @param {readonly import("esbuild").Metafile[]} metafiles
 * @returns {Map<string, string[]>} folder of a package, from the root of the repository -> its files that are carried
 */
export function carriedPackages(metafiles) {
  /** @type {Map<string, Set<string>>} */
  const files = new Map();
  for (const { outputs } of metafiles) {
    for (const { inputs } of Object.values(outputs)) {
      for (const [file, { bytesInOutput }] of Object.entries(inputs)) {
        const folder = bytesInOutput > 0 ? packageFolder(file) : undefined;
        if (folder) files.set(folder, (files.get(folder) ?? new Set()).add(file));
      }
    }
  }
  return new Map([...files].sort().map(([folder, set]) => [folder, [...set].sort()]));
}

/**
 * The innermost package that a file belongs to: packages can lie in the node_modules of another.
 * @param {string} file
 * @returns {string | undefined} undefined for a file of ours
 */
export function packageFolder(file) {
  const parts = file.split("/");
  const last = parts.lastIndexOf("node_modules");
  if (last < 0) return undefined;
  const depth = parts[last + 1]?.startsWith("@") ? 3 : 2;
  return path.posix.join(...parts.slice(0, last + depth));
}
