// @ts-check
// The folder of a run: everything that its tests leave lies in it, so that it can be searched, and is gone afterwards.
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import path from "node:path";

/**
 * @typedef {object} RunFolder
 * @property {string} folder
 * @property {string} mark what every secret of this run begins with
 * @property {string} temporary for temporary files of tests
 * @property {string} record what the command line has printed in tests, and which tests have used secrets
 * @property {Readonly<Record<string, string>>} env how tests find all of this
 * @property {() => void} remove
 */

/** @param {string} mark @returns {RunFolder} */
export function makeRunFolder(mark) {
  const folder = mkdtempSync(path.join(tmpdir(), "livekit-dispatch-test-"));
  const temporary = path.join(folder, "tmp");
  const record = path.join(folder, "record");
  for (const each of [temporary, record]) mkdirSync(each);
  // Some tests run a command as a user that owns nothing.
  for (const each of [folder, temporary]) chmodSync(each, 0o755);
  keepTypeScriptCache(temporary);
  return {
    folder,
    mark,
    temporary,
    record,
    env: {
      TMPDIR: temporary,
      LIVEKIT_DISPATCH_CANARY: mark,
      LIVEKIT_DISPATCH_RECORD: record,
    },
    // A test that was killed may still have children that write.
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 3, retryDelay: 200 }),
  };
}

/** tsx keeps what it has compiled in the temporary folder; without it every run would begin from nothing. */
function keepTypeScriptCache(/** @type {string} */ temporary) {
  if (process.platform === "win32") return; // there tests have no folder of their own: TMPDIR means nothing
  const name = `tsx-${process.geteuid?.() ?? userInfo().uid}`;
  mkdirSync(path.join(tmpdir(), name), { recursive: true });
  symlinkSync(path.join(tmpdir(), name), path.join(temporary, name));
}
