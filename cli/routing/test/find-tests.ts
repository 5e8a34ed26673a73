/** Routing tests in folders: files named `*.dispatch-test.json`. */
import { readdirSync, statSync, type Dirent } from "node:fs";
import { join, sep } from "node:path";
import { SKIPPED_FOLDERS } from "../../../core/rules/file-patterns.ts";
import { UsageError } from "../../command.ts";
import { reasonOf } from "../../files/reasons.ts";
import { visible } from "../../../core/text/visible.ts";

const ROUTING_TEST = /\.dispatch-test\.json$/i;

/** A file that is named counts whatever its name. Throws `UsageError` where there is nothing. */
export function findTests(operands: readonly string[]): string[] {
  const found = new Set<string>();
  for (const operand of operands.length > 0 ? operands : ["."]) {
    const before = found.size;
    if (isFolder(operand)) for (const path of searchFolder(operand)) found.add(path);
    else found.add(operand);
    if (found.size === before && isFolder(operand))
      throw new UsageError(
        `There are no routing tests (*.dispatch-test.json) in ${operand === "." ? "the current folder" : visible(operand)}.`,
      );
  }
  return [...found];
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    throw new UsageError(`${visible(path)} cannot be read: ${reasonOf(error)}`);
  }
}

/** Links to folders are not followed: they may lead in circles. */
function* searchFolder(folder: string): Generator<string> {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    throw new UsageError(`${visible(folder)} cannot be read: ${reasonOf(error)}`);
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!SKIPPED_FOLDERS.has(entry.name)) yield* searchFolder(path);
    } else if (ROUTING_TEST.test(entry.name)) yield path.split(sep).join("/");
  }
}
