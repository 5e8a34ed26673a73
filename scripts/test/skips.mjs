// @ts-check
// A test may leave itself out only where it cannot run, and has to say why:
//   t.skip("cannot run here: [nvim] Neovim is not installed")
// The word in brackets names the means that is missing.
import { accessSync, constants } from "node:fs";
import path from "node:path";

const PREFIX = "cannot run here: ";

/** Word in brackets -> the program that would make the test run. */
export const MEANS = {
  nvim: "nvim",
  go: "go",
  redis: "redis-server",
  chromium: "chromium-headless-shell",
  vscode: "npm", // which brings the VS Code that is served
};

/** Words whose program `npm test` installs where it may, so that it is as good as there. */
const INSTALLED_BY_ROOT = new Set(["redis", "chromium"]);

/**
 * Whether CI has to treat a skip as a failure.
 * @param {string} reason as the test gave it
 * @param {(program: string) => boolean} [has] whether a program is there
 * @param {boolean} [isRoot] whether programs can be installed, given apt-get
 * @returns {string | undefined} what is wrong with the skip
 */
export function refuseSkip(reason, has = isOnPath, isRoot = process.getuid?.() === 0) {
  if (!reason.startsWith(PREFIX)) return `a reason to skip starts with "${PREFIX}"`;
  const [, word] = /^\[([^\]]*)\]/.exec(reason.slice(PREFIX.length)) ?? [];
  if (word === undefined) return undefined;
  const program = /** @type {Record<string, string | undefined>} */ (MEANS)[word];
  if (!program) return `[${word}] is not in the table of scripts/test/skips.mjs`;
  if (has(program)) return `"${program}" is here, so this test can run`;
  const canInstall = INSTALLED_BY_ROOT.has(word) && isRoot && has("apt-get");
  return canInstall ? `"${program}" can be installed here` : undefined;
}

/** @param {string} program */
export function isOnPath(program) {
  return (process.env["PATH"] ?? "").split(path.delimiter).some((folder) => {
    try {
      accessSync(path.join(folder, program), constants.X_OK);
      return folder !== "";
    } catch {
      return false;
    }
  });
}
