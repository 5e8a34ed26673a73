/** Keeps two processes from writing one file: a file beside it that holds the number of the process. */
import { open, readFile, rm } from "node:fs/promises";

/** Thrown when another emulator has the file. */
export class FileInUse extends Error {}

export interface FileLock {
  release(): Promise<void>;
}

/** A lock that a killed process has left behind is taken over. */
export async function lockFile(path: string): Promise<FileLock> {
  const lock = `${path}.lock`;
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      const file = await open(lock, "wx", 0o600);
      await file.writeFile(String(process.pid));
      await file.close();
      return { release: () => rm(lock, { force: true }) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    if (await isHeld(lock)) break;
    await rm(lock, { force: true });
  }
  throw new FileInUse(`another emulator is using this file (see ${lock})`);
}

async function isHeld(lock: string): Promise<boolean> {
  try {
    const pid = Number(await readFile(lock, "utf8"));
    // Empty: its owner was killed between making and writing it, or is doing so right now.
    if (!Number.isInteger(pid) || pid <= 0) return false;
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
