/** Looks for rule files in a folder and everything below it. Links to folders are never followed: they may lead in circles. */
import { readdirSync, statSync, type Dirent } from "node:fs";
import { resolve, sep } from "node:path";
import { isRuleFile, SKIPPED_FOLDERS } from "../../core/rules/file-patterns.ts";
import { reasonOf } from "./reasons.ts";

/** A file to check, or something that cannot be read. */
export interface Found {
  readonly path: string;
  readonly reason?: string;
}

/** @param folder as it is to be shown, normalized; files come in the order of their names, those of a folder before its folders' */
export function* searchFolder(folder: string): Generator<Found> {
  const waiting = [folder];
  for (;;) {
    const current = waiting.pop();
    if (current === undefined) return;
    let entries: Dirent[];
    try {
      entries = readdirSync(current, { withFileTypes: true });
    } catch (error) {
      yield { path: current, reason: reasonOf(error) };
      continue;
    }
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    // Put together by hand: `join` and `resolve` would take as long as reading the files.
    const absolute = resolve(current) + sep;
    const shown = current === "." ? "" : current.endsWith(sep) ? current : current + sep;
    const folders: string[] = [];
    for (const entry of entries) {
      if (entry.isDirectory()) {
        if (!SKIPPED_FOLDERS.has(entry.name)) folders.push(shown + entry.name);
      } else if (isRuleFile(absolute + entry.name)) {
        const found = fileOf(entry, shown + entry.name);
        if (found) yield found;
      }
    }
    waiting.push(...folders.reverse());
  }
}

function fileOf(entry: Dirent, path: string): Found | undefined {
  if (entry.isFile()) {
    // Node reads names as UTF-8 and cannot open a file whose name is something else.
    return entry.name.includes("\ufffd") ? { path, reason: "its name is not valid UTF-8" } : { path };
  }
  if (!entry.isSymbolicLink()) return undefined;
  try {
    return statSync(path).isFile() ? { path } : undefined;
  } catch (error) {
    return { path, reason: linkReason(error) };
  }
}

export function linkReason(error: unknown): string {
  const isDangling = (error as NodeJS.ErrnoException).code === "ENOENT";
  return isDangling ? "is a link to something that does not exist" : reasonOf(error);
}
