// @ts-check
import { accessSync, constants, realpathSync, statSync } from "node:fs";
import path from "node:path";

/**
 * @param {string} name
 * @param {string} [searchPath]
 * @returns {string | undefined} the file that would be run, behind any link
 */
export function findProgram(name, searchPath = process.env["PATH"] ?? "") {
  const endings = process.platform === "win32" ? [".cmd", ".exe", ".bat"] : [""];
  for (const folder of searchPath.split(path.delimiter).filter((each) => each !== ""))
    for (const ending of endings) {
      const file = path.join(folder, name + ending);
      try {
        accessSync(file, constants.X_OK);
        if (statSync(file).isFile()) return realpathSync(file);
      } catch {
        // not there
      }
    }
  return undefined;
}
