/** From what stands on the command line (files, folders, globs, `-`) to the files that are meant, each once. */
import { lstatSync, statSync } from "node:fs";
import { normalize, resolve } from "node:path";
import { isDynamicPattern } from "tinyglobby";
import { expandGlob } from "./glob.ts";
import { reasonOf } from "./reasons.ts";
import { linkReason, searchFolder, type Found } from "./search.ts";

export const STANDARD_INPUT = "-";

/** `matchedNothing`: a folder without rule files or a glob without files; the text says which. */
export type Match = Found | { readonly matchedNothing: string };

export function* findFiles(operands: readonly string[]): Generator<Match> {
  // A search finds each file once; only two may find the same.
  const seen = operands.length > 1 ? new Set<string>() : undefined;
  for (const operand of operands) {
    let isEmpty = true;
    for (const found of expand(operand)) {
      isEmpty = false;
      if (seen) {
        const key = found.path === STANDARD_INPUT ? found.path : resolve(found.path);
        if (seen.has(key)) continue;
        seen.add(key);
      }
      yield process.platform === "win32" ? { ...found, path: withSlashes(found.path) } : found;
    }
    if (isEmpty) yield { matchedNothing: operand };
  }
}

function* expand(operand: string): Generator<Found> {
  if (operand === STANDARD_INPUT) {
    yield { path: operand };
    return;
  }
  // `./rules/../a.json` is `a.json` to everybody.
  const path = normalize(operand);
  try {
    if (statSync(operand).isDirectory()) yield* searchFolder(path);
    else yield { path };
  } catch (error) {
    // A file may have brackets in its name: what exists is no glob.
    if (isLink(operand)) yield { path, reason: linkReason(error) };
    else if (isMissing(error) && isDynamicPattern(withSlashes(operand)))
      yield* expandGlob(withSlashes(operand));
    else yield { path, reason: reasonOf(error) };
  }
}

function withSlashes(path: string): string {
  return process.platform === "win32" ? path.replaceAll("\\", "/") : path;
}

function isMissing(error: unknown): boolean {
  return ["ENOENT", "ENOTDIR", "ENAMETOOLONG"].includes((error as NodeJS.ErrnoException).code ?? "");
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}
