/**
 * Secrets that are new in each run of the tests. After the run `npm test` looks for them in everything that was
 * printed, recorded or left in a file (scripts/test/secrets.mjs).
 */
import { appendFileSync, lstatSync, readdirSync, readFileSync, writeFileSync, type Dirent } from "node:fs";
import path from "node:path";

const { LIVEKIT_DISPATCH_CANARY: mark = "canary-of-a-single-file", LIVEKIT_DISPATCH_RECORD: folder } =
  process.env;

if (folder !== undefined) writeFileSync(path.join(folder, `used-${process.pid}`), "");

/** A secret of this run. @param name which one, so that two projects do not share one */
export function canary(name: string): string {
  return `${mark}-${name}`;
}

/** What a command has printed in a process of its own, which nobody else sees. */
export function recordOutput(text: string): void {
  if (folder !== undefined) appendFileSync(path.join(folder, `output-${process.pid}`), `${text}\n`);
}

/**
 * What a program has left in a folder that is about to be deleted: a file with a secret in it is told to the search.
 * @param own files that the test itself has put there, relative to the folder
 */
export function recordFolder(place: string, own: ReadonlySet<string> = new Set()): void {
  if (folder !== undefined) search(place, "", own);
}

/** Longer than anything in which a command of ours could write a secret. */
const LARGEST = 1 << 20;

/** Links are not followed: they may lead in circles. */
function search(place: string, below: string, own: ReadonlySet<string>): void {
  for (const entry of entriesIn(path.join(place, below))) {
    const name = path.join(below, entry.name);
    const file = path.join(place, name);
    if (entry.isDirectory()) search(place, name, own);
    else if (entry.isFile() && !own.has(name) && lstatSync(file).size <= LARGEST)
      if (textOf(file).includes(mark)) recordOutput(`${file} holds ${mark}`);
  }
}

/** A test may have locked it against everybody. */
function entriesIn(place: string): Dirent[] {
  try {
    return readdirSync(place, { withFileTypes: true });
  } catch {
    return [];
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "latin1");
  } catch {
    return "";
  }
}
