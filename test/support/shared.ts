/** Data that lies beside the checkout where the whole of it is at hand, and in the project as a sample. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** A path in the project, from its root. */
export function inProject(path: string): string {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url));
}

/** A path in the folder of shared data beside the checkout, or `undefined` where there is none. */
export function inShared(path: string): string | undefined {
  const full = inProject(`../shared/${path}`);
  return existsSync(full) ? full : undefined;
}

/** The whole of a conformance file where it is at hand, else the project's own sample of it. */
export function conformanceFile(name: string): string {
  return inShared(`conformance/${name}`) ?? inProject(`test/conformance/${name}`);
}

/** One JSON value a line. */
export function readLines(path: string): unknown[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as unknown);
}
