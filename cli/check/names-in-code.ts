/** The names under which workers register in folders of code. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import {
  allNames,
  languageOfFile,
  registeredNames,
  type RegisteredNames,
} from "../../core/agents/registered-names.ts";
import { SKIPPED_FOLDERS } from "../../core/rules/file-patterns.ts";
import { UsageError } from "../command.ts";
import { reasonOf } from "../files/reasons.ts";
import { say } from "../terminal/streams.ts";
import { visible } from "../../core/text/visible.ts";

const FOREIGN = new Set([...SKIPPED_FOLDERS, ".venv", "venv", "__pycache__", "site-packages"]);
/** In bytes; longer code is generated. */
const LARGEST = 1 << 20;

/**
 * Throws `UsageError` for a folder that cannot be read.
 * @returns `undefined`, with the reason told, where the code may register under names that do not stand in it
 */
export function namesInCode(folders: readonly string[]): readonly string[] | undefined {
  const { names, isOpen } = allNames(folders.flatMap((folder) => codeFiles(folder)).map(namesInFile));
  if (names.length > 0 && !isOpen) return names;
  const reason = isOpen ? "a name comes from elsewhere" : "no worker in it registers under a name";
  say(`The agents of the rules are not held against ${folders.map(visible).join(", ")}: ${reason}.\n`);
  return undefined;
}

function namesInFile(path: string): RegisteredNames {
  const language = languageOfFile(path);
  try {
    return language ? registeredNames(readFileSync(path, "utf8"), language) : { names: [], isOpen: false };
  } catch (error) {
    throw new UsageError(`--code: ${visible(path)} cannot be read: ${reasonOf(error)}`);
  }
}

function codeFiles(root: string): string[] {
  const found: string[] = [];
  const waiting = [root];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop())
    try {
      for (const entry of readdirSync(folder, { withFileTypes: true })) {
        const path = join(folder, entry.name);
        if (entry.isDirectory()) {
          if (!FOREIGN.has(entry.name)) waiting.push(path);
        } else if (entry.isFile() && languageOfFile(entry.name) && statSync(path).size <= LARGEST)
          found.push(path);
      }
    } catch (error) {
      throw new UsageError(`--code: ${visible(folder)} cannot be read: ${reasonOf(error)}`);
    }
  return found;
}
