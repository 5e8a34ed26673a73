/** A store that is kept in a file and survives being killed at any moment. Only for Node. */
import { open, readFile, rename, rm, type FileHandle } from "node:fs/promises";
import { dirname } from "node:path";
import { Store, type Change, type Journal } from "../store.ts";
import { lockFile, type FileLock } from "./lock/node.ts";
import { changeLine, headerLine, readRecords } from "./records.ts";

/** It may hold passwords of trunks and PINs. */
const OWNER_ONLY = 0o600;
/** The file is written anew once it is this many times larger than what is in it, and at least this large. */
const COMPACT_FACTOR = 4;
const COMPACT_BYTES = 1024 * 1024;

export interface FileStoreOptions {
  /** From which size on the file is written anew, in bytes. */
  readonly compactBytes?: number;
}

export interface FileStore {
  readonly store: Store;
  /** Writes what is left and frees the file. */
  readonly close: () => Promise<void>;
}

/**
 * Reads the file, or makes it.
 * @throws {UnreadableStore} when it is no store's file; {FileInUse} when another process has it; Node's own errors
 */
export async function openFileStore(path: string, options: FileStoreOptions = {}): Promise<FileStore> {
  const lock = await lockFile(path);
  try {
    const changes = readRecords(await readOrNothing(path));
    const journal = new FileJournal(path, lock, options.compactBytes ?? COMPACT_BYTES);
    const store = new Store(changes, journal);
    await journal.start(store);
    return { store, close: () => journal.close() };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function readOrNothing(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return "";
    throw error;
  }
}

class FileJournal implements Journal {
  private store: Store | undefined;
  private file: FileHandle | undefined;
  private pending: string[] = [];
  private size = 0;
  private compactSize = 0;
  /** The write that takes everything appended so far along; after a failure it stays rejected. */
  private writing: Promise<void> = Promise.resolve();
  private isScheduled = false;

  constructor(
    private readonly path: string,
    private readonly lock: FileLock,
    private readonly compactBytes: number,
  ) {}

  async start(store: Store): Promise<void> {
    this.store = store;
    await this.compact(store);
  }

  append(change: Change): void {
    this.pending.push(changeLine(change));
    if (this.isScheduled) return;
    this.isScheduled = true;
    // Whatever comes while one write is under way shares the next.
    this.writing = this.writing.then(() => this.write());
    this.writing.catch(() => undefined);
  }

  settled(): Promise<void> {
    return this.writing;
  }

  async close(): Promise<void> {
    try {
      await this.writing;
    } finally {
      await this.file?.close();
      await this.lock.release();
    }
  }

  private async write(): Promise<void> {
    this.isScheduled = false;
    if (this.store && this.size > Math.max(this.compactBytes, this.compactSize * COMPACT_FACTOR)) {
      await this.compact(this.store);
      return;
    }
    const text = this.pending.join("");
    this.pending = [];
    this.size += text.length;
    await this.file?.appendFile(text);
    await this.file?.datasync();
  }

  /** Writes all there is into a new file and puts that in the place of the old one. */
  private async compact(store: Store): Promise<void> {
    const text = [headerLine(), ...[...store.contents()].map(changeLine)].join("");
    this.pending = [];
    const next = `${this.path}.new`;
    await rm(next, { force: true });
    const file = await open(next, "wx", OWNER_ONLY);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    // Windows does not rename over a file that is open.
    await this.file?.close();
    this.file = undefined;
    await rename(next, this.path);
    await syncFolder(dirname(this.path));
    this.file = await open(this.path, "a", OWNER_ONLY);
    this.size = this.compactSize = text.length;
  }
}

/** Makes the new name survive a power failure; Windows knows no such thing. */
async function syncFolder(path: string): Promise<void> {
  let folder: FileHandle | undefined;
  try {
    folder = await open(path, "r");
    await folder.sync();
  } catch {
    // Best effort: the file itself is safe.
  } finally {
    await folder?.close();
  }
}
