/** The configuration files on the disk: the nearest one above each rule file. */
import { readConfiguration } from "../core/configuration/configuration-file.ts";
import { CONFIGURATION_FILE } from "../core/configuration/file-name.ts";
import type { FileLevels } from "../core/configuration/file-levels.ts";
import type { Log } from "./connection.ts";
import type { Files } from "./host.ts";
import { comparable } from "./uris.ts";

export interface ConfigurationOfFolder {
  /** Address of the folder that the file lies in, to which its globs refer. */
  readonly folder: string;
  readonly levels: FileLevels;
}

type Found = ConfigurationOfFolder | undefined;

export class ConfigurationFiles {
  /** Counts how often they said something else than before. */
  era = 0;
  #lookup: Lookup;
  #refreshes = 0;

  /** @param files absent where there is no file system, and then nothing is ever found */
  constructor(
    private readonly files: Files | undefined,
    private readonly log: Log,
    private readonly changed: () => void,
  ) {
    this.#lookup = new Lookup(files, log);
  }

  /** @returns `undefined` when it is known already what stands above a file */
  load(uri: string): Promise<unknown> | undefined {
    const folder = folderOf(uri);
    return folder === undefined || this.#lookup.known.has(folder) ? undefined : this.#lookup.find(folder);
  }

  /** What counts for a file, once it is loaded. */
  of(uri: string): Found {
    const folder = folderOf(uri);
    return folder === undefined ? undefined : this.#lookup.known.get(folder);
  }

  /** Reads them again; until that is done, what they said before counts. */
  async refresh(): Promise<void> {
    const refresh = ++this.#refreshes;
    const fresh = new Lookup(this.files, this.log);
    const before = this.#lookup;
    await Promise.all([...before.known.keys()].map((folder) => fresh.find(folder)));
    if (refresh !== this.#refreshes) return;
    this.#lookup = fresh;
    if (fresh.asText([...before.known.keys()]) === before.asText([...before.known.keys()])) return;
    this.era++;
    this.changed();
  }
}

/** Each folder is looked into once. */
class Lookup {
  readonly known = new Map<string, Found>();
  readonly #finding = new Map<string, Promise<Found>>();

  constructor(
    private readonly files: Files | undefined,
    private readonly log: Log,
  ) {}

  find(folder: string): Promise<Found> {
    let finding = this.#finding.get(folder);
    if (!finding) {
      finding = this.#look(folder);
      this.#finding.set(folder, finding);
    }
    return finding;
  }

  async #look(folder: string): Promise<Found> {
    const place = `${folder}/${CONFIGURATION_FILE}`;
    const file = await this.files?.read(place);
    const parent = folderOf(folder);
    let found: Found;
    if (file) {
      const { levels, complaints } = readConfiguration(file.text);
      if (complaints.length > 0) this.log.warn(`Ignored in ${comparable(place)}: ${complaints.join(" ")}`);
      found = { folder, levels };
    } else if (parent !== undefined) found = await this.find(parent);
    this.known.set(folder, found);
    return found;
  }

  asText(folders: readonly string[]): string {
    return JSON.stringify(folders.map((folder) => this.known.get(folder) ?? null));
  }
}

/** The address without its last part; `undefined` where there is nothing above, or no file system. */
function folderOf(uri: string): string | undefined {
  const slash = uri.lastIndexOf("/");
  return uri.startsWith("file:///") && slash >= "file://".length ? uri.slice(0, slash) : undefined;
}
