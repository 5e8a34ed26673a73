/** What counts for one file: the settings of its folder, and above them what the project's configuration file says. */
import type { Levels } from "../core/check-document.ts";
import type { FileLevels } from "../core/configuration/file-levels.ts";
import type { ConfigurationFiles } from "./configuration-files.ts";
import type { Settings } from "./settings.ts";
import type { SettingsSource } from "./settings-source.ts";
import { pathFrom } from "./uris.ts";
import type { WorkspaceFolders } from "./workspace-folders.ts";

export class SettingsForFiles {
  // The same settings are the same object: what was read under them is still good.
  readonly #combined = new Pairs<Levels, Levels, Levels>();
  readonly #settings = new Pairs<object, Levels, Settings>();

  constructor(
    private readonly source: SettingsSource,
    private readonly configuration: ConfigurationFiles,
    private readonly folders: WorkspaceFolders,
  ) {}

  /** Counts the sets of settings, because the same text has other problems under others. */
  get era(): number {
    return this.source.era + this.configuration.era;
  }

  /** @returns `undefined` when everything is known already that counts for a file */
  ready(uri: string): Promise<unknown> | undefined {
    const loading = this.configuration.load(uri);
    if (this.source.isReady) return loading;
    return Promise.all([this.source.ready, loading]);
  }

  /** The same without waiting for the client, which may never say what is set. */
  loaded(uri: string): Promise<unknown> | undefined {
    return this.configuration.load(uri);
  }

  of(uri: string): Settings {
    const own = this.source.of(uri);
    const file = this.configuration.of(uri);
    const set = levelsFor(own.levels, uri, this.folders.around(uri));
    const checks = file ? this.#both(set, levelsFor(file.levels, uri, file.folder)) : set;
    return this.#settings.get(own, checks, () => ({
      target: own.target,
      checks,
      inlayHints: own.inlayHints,
    }));
  }

  /** The project's word counts: everybody who works on it, and the command line, hears the same. */
  #both(settings: Levels, file: Levels): Levels {
    return this.#combined.get(settings, file, () => ({ ...settings, ...file }));
  }
}

function levelsFor(levels: FileLevels, uri: string, folder: string | undefined): Levels {
  return levels.isUniform ? levels.general : levels.of(pathFrom(folder, uri));
}

/** Values made from two objects, as long as these are there. */
class Pairs<First extends object, Second extends object, Value> {
  readonly #values = new WeakMap<First, WeakMap<Second, Value>>();

  get(first: First, second: Second, make: () => Value): Value {
    let values = this.#values.get(first);
    if (!values) this.#values.set(first, (values = new WeakMap()));
    let value = values.get(second);
    if (value === undefined) values.set(second, (value = make()));
    return value;
  }
}
