// @ts-check
// Processes and folders that must not outlive us, however we end.
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";

/** Leaders of process groups. @type {Set<number>} */
const groups = new Set();
/** @type {Set<string>} */
const folders = new Set();
let isWatching = false;

/** @param {number} leader of a process group @returns {() => void} to call when it has ended */
export function watchGroup(leader) {
  watch();
  groups.add(leader);
  return () => groups.delete(leader);
}

/** @param {number} leader @param {NodeJS.Signals} signal */
export function signalGroup(leader, signal) {
  try {
    process.kill(-leader, signal);
  } catch {
    // It has ended already.
  }
}

/** A new empty folder, removed when we end. @param {string} prefix of its name */
export function temporaryFolder(prefix) {
  watch();
  const folder = mkdtempSync(path.join(os.tmpdir(), prefix));
  folders.add(folder);
  return folder;
}

/** @param {string} folder one of `temporaryFolder` */
export function removeFolder(folder) {
  folders.delete(folder);
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  } catch {
    // A dying process still writes there; the system clears its folder for temporary files.
  }
}

function watch() {
  if (isWatching) return;
  isWatching = true;
  process.on("exit", () => {
    for (const leader of groups) signalGroup(leader, "SIGKILL");
    for (const folder of folders) removeFolder(folder);
  });
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]))
    process.once(signal, () => process.exit(128 + os.constants.signals[signal]));
}
