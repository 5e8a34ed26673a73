/** Reads the rule files of the workspace into a picture, some at a time. */
import type { CancellationToken } from "vscode-jsonrpc";
import type { Files } from "../host.ts";
import type { FilesInPicture } from "./files-in-picture.ts";

const BATCH = 16;

/** @returns whether all were read, and nobody cancelled it */
export async function readWorkspace(
  files: Files,
  folders: readonly string[],
  isRuleFile: (uri: string) => boolean,
  into: FilesInPicture,
  token: CancellationToken,
): Promise<boolean> {
  let batch: string[] = [];
  for await (const uri of files.list(folders, isRuleFile, token)) {
    if (token.isCancellationRequested) return false;
    if (batch.push(uri) < BATCH) continue;
    await read(batch);
    batch = [];
  }
  await read(batch);
  return !token.isCancellationRequested;

  async function read(uris: readonly string[]): Promise<void> {
    const found = await Promise.all(uris.map((uri) => files.read(uri)));
    if (token.isCancellationRequested) return;
    for (const [index, uri] of uris.entries()) {
      const file = found[index];
      if (file) into.set(uri, file);
    }
  }
}
