/** What the project's configuration files say about the files that are checked. */
import { existsSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import type { Levels } from "../../core/check-document.ts";
import { readConfiguration } from "../../core/configuration/configuration-file.ts";
import { CONFIGURATION_FILE } from "../../core/configuration/file-name.ts";
import type { FileLevels } from "../../core/configuration/file-levels.ts";
import { UsageError } from "../command.ts";
import { FileError } from "../files/file-error.ts";
import { readTextFile } from "../files/read.ts";

/** The configuration of a file cannot be read or understood. */
export class ConfigurationError extends FileError {
  /** @param reason half a sentence, or some sentences without the last stop */
  constructor(
    readonly path: string,
    readonly reason: string,
  ) {
    super(`the configuration ${path}: ${reason}`);
  }
}

interface Configuration {
  /** Absolute; the globs refer to it. */
  readonly folder: string;
  /** Or what is wrong with the file. */
  readonly levels: FileLevels | FileError;
}

export class Configurations {
  readonly #given: Configuration | undefined;
  /** By folder as it stands in the path of a file; each is looked up once. */
  readonly #byFolder = new Map<string, Configuration | undefined>();

  /** @param given the file that counts for all; otherwise each file has the nearest one above it */
  constructor(given: string | undefined) {
    if (given === undefined) return;
    this.#given = readFile(resolve(given), given);
    const { levels } = this.#given;
    if (levels instanceof FileError) throw new UsageError(`--config: ${levels.message}.`);
  }

  /** Throws a `FileError` where the configuration cannot be understood: nobody knows what was to be off. */
  levelsFor(path: string): Levels | undefined {
    const configuration = this.#given ?? this.#above(dirname(path));
    if (!configuration) return undefined;
    const { folder, levels } = configuration;
    if (levels instanceof FileError) throw levels;
    return levels.isUniform
      ? levels.general
      : levels.of(relative(folder, resolve(path)).replaceAll(sep, "/"));
  }

  #above(folder: string): Configuration | undefined {
    if (this.#byFolder.has(folder)) return this.#byFolder.get(folder);
    const absolute = resolve(folder);
    const parent = dirname(absolute);
    const place = join(absolute, CONFIGURATION_FILE);
    let found: Configuration | undefined;
    if (existsSync(place)) found = readFile(place, relative(".", place));
    else if (parent !== absolute) found = this.#above(parent);
    this.#byFolder.set(folder, found);
    return found;
  }
}

/** @param shown how messages call it */
function readFile(place: string, shown: string): Configuration {
  const folder = dirname(place);
  const reading = readTextFile(place);
  if (!reading.ok) return { folder, levels: new ConfigurationError(shown, reading.reason) };
  const { levels, complaints } = readConfiguration(reading.file.text);
  if (complaints.length === 0) return { folder, levels };
  const words = complaints.join(" ").replace(/\.$/, "");
  return { folder, levels: new ConfigurationError(shown, words) };
}
