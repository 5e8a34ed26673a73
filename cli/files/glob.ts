/** Files by a glob. Like a search through a folder it follows no link to a folder, and says what it could not read. */
import { readdirSync, statSync, type Dirent } from "node:fs";
import { join, relative, resolve } from "node:path";
import { globSync } from "tinyglobby";
import { SKIPPED_FOLDERS } from "../../core/rules/file-patterns.ts";
import { reasonOf } from "./reasons.ts";
import { linkReason, type Found } from "./search.ts";

/** @param pattern with forward slashes */
export function* expandGlob(pattern: string): Generator<Found> {
  const { folder, rest } = splitPattern(pattern);
  const unreadable: Found[] = [];
  const paths = globSync(rest, {
    cwd: folder,
    dot: true,
    expandDirectories: false,
    followSymbolicLinks: false,
    ignore: [...SKIPPED_FOLDERS].map((name) => `**/${name}/**`),
    fs: {
      readdirSync: readingFolders((absolute, reason) => {
        unreadable.push({ path: join(folder, relative(resolve(folder), absolute)), reason });
      }),
    },
  });
  yield* unreadable;
  for (const path of paths.sort()) yield whetherReadable(join(folder, path));
}

/** Everything in front of the first special character is a folder; what is skipped is only skipped below it. */
function splitPattern(pattern: string): { readonly folder: string; readonly rest: string } {
  const special = pattern.search(/[*?[\]{}()!+@|\\]/);
  const slash = pattern.lastIndexOf("/", special);
  return { folder: pattern.slice(0, slash + 1) || ".", rest: pattern.slice(slash + 1) };
}

function whetherReadable(path: string): Found {
  try {
    statSync(path);
    return { path };
  } catch (error) {
    return { path, reason: linkReason(error) };
  }
}

/** The library passes over folders that it may not read, and over links to files. */
function readingFolders(fail: (absolute: string, reason: string) => void): typeof readdirSync {
  const read = (folder: string, options: { withFileTypes: true }): Dirent[] => {
    try {
      return readdirSync(folder, options).map((entry) =>
        entry.isSymbolicLink() && !leadsToFolder(join(folder, entry.name)) ? asFile(entry) : entry,
      );
    } catch (error) {
      // Where there is no such folder, nothing matches, which is told as such.
      const isMissing = (error as NodeJS.ErrnoException).code === "ENOENT";
      if (!isMissing) fail(folder, reasonOf(error));
      throw error;
    }
  };
  return read as typeof readdirSync;
}

function leadsToFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function asFile(entry: Dirent): Dirent {
  return Object.create(entry, {
    isFile: { value: () => true },
    isSymbolicLink: { value: () => false },
  }) as Dirent;
}
