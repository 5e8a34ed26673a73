/** Why a file could not be read or written, in words. */
import { getSystemErrorMap } from "node:util";

/** Files above this are no dispatch rules; analysing one would take all memory. */
export const LARGEST_FILE = 32 << 20;
export const TOO_LARGE = "too large: more than 32 MiB, and a dispatch rule has a few kilobytes";

const WORDS: Readonly<Record<string, string>> = {
  ENOENT: "no such file or folder",
  EACCES: "permission denied",
  EPERM: "permission denied",
  EISDIR: "is a folder",
  ENOTDIR: "a part of its path is a file, not a folder",
  ELOOP: "is a link that leads back to itself",
  ENAMETOOLONG: "its name is too long",
  EROFS: "the file system is read-only",
  ENOSPC: "the disk is full",
};

export function reasonOf(error: unknown): string {
  const { code, errno, message } = error as NodeJS.ErrnoException;
  const system = errno === undefined ? undefined : getSystemErrorMap().get(errno)?.[1];
  return WORDS[code ?? ""] ?? system ?? message;
}
