/** Rule files on the disk. */
import { opendir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { CancellationToken } from "vscode-jsonrpc";
import { decodeUtf8 } from "../core/json/bytes.ts";
import { SKIPPED_FOLDERS } from "../core/rules/file-patterns.ts";
import type { Files } from "./host.ts";

export const files: Files = {
  async *list(folders, isWanted, token) {
    for (const folder of folders) {
      const root = toPath(folder);
      if (root === undefined) continue;
      for await (const file of jsonFiles(root, token)) {
        const uri = pathToFileURL(file).href;
        if (isWanted(uri)) yield uri;
      }
    }
  },

  async stamp(uri) {
    const file = toPath(uri);
    const found = file === undefined ? undefined : await stat(file).catch(() => undefined);
    return found?.isFile() ? `${found.mtimeMs}.${found.size}` : undefined;
  },

  async read(uri) {
    const file = toPath(uri);
    const bytes = file === undefined ? undefined : await readFile(file).catch(() => undefined);
    return bytes && decodeUtf8(bytes);
  },
};

/** Without following links, which can lead round in circles. */
async function* jsonFiles(folder: string, token: CancellationToken): AsyncGenerator<string> {
  const waiting = [folder];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const entries = await opendir(next).catch(() => undefined);
    // One that may not be read, or is gone by now.
    if (!entries) continue;
    for await (const entry of entries) {
      if (token.isCancellationRequested) return;
      const place = path.join(next, entry.name);
      if (entry.isDirectory()) {
        if (!SKIPPED_FOLDERS.has(entry.name)) waiting.push(place);
      } else if (entry.isFile() && /\.jsonc?$/i.test(entry.name)) yield place;
    }
  }
}

/** `undefined` for what is not on this disk. */
function toPath(uri: string): string | undefined {
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}
