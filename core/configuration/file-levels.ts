/** Severities that are not the same for every file: those for all, and those for the files that a glob means. */
import type { Levels } from "../check-document.ts";
import { isObject, readLevels } from "./levels.ts";
import { pathPattern, type PathPattern } from "./path-pattern.ts";

interface Override {
  readonly glob: string;
  readonly matches: PathPattern;
  readonly levels: Levels;
}

/** What it was made from stands in its JSON, so that two can be compared. */
export class FileLevels {
  /** One object for all files that the same globs mean, so that it can be told that nothing differs. */
  readonly #combined = new Map<string, Levels>();

  constructor(
    /** For every file. */
    readonly general: Levels,
    private readonly overrides: readonly Override[],
  ) {}

  /** Whether all files have the same. */
  get isUniform(): boolean {
    return this.overrides.length === 0;
  }

  /** @param path from the folder that the globs belong to; where several mean it, the later one counts */
  of(path: string): Levels {
    const matching = this.overrides.filter(({ matches }) => matches(path));
    if (matching.length === 0) return this.general;
    const key = matching.map((override) => this.overrides.indexOf(override)).join();
    let levels = this.#combined.get(key);
    if (!levels) {
      levels = Object.assign({}, this.general, ...matching.map((override) => override.levels)) as Levels;
      this.#combined.set(key, levels);
    }
    return levels;
  }
}

export const NO_FILE_LEVELS = new FileLevels({}, []);

/**
 * @param value an object with `checks` (severities by code) and `overrides` (such objects by glob)
 * @param prefix what stands in front of these names in complaints: `livekitDispatch.` or nothing
 * @param complaints gets a sentence for each thing that was not understood and is therefore ignored
 */
export function readFileLevels(
  { checks, overrides }: { readonly checks?: unknown; readonly overrides?: unknown },
  prefix: string,
  complaints: string[],
): FileLevels {
  const general = readLevels(checks, `${prefix}checks`, complaints);
  return new FileLevels(general, readOverrides(overrides, `${prefix}overrides`, complaints));
}

function readOverrides(value: unknown, place: string, complaints: string[]): Override[] {
  if (value === undefined || value === null) return [];
  if (!isObject(value)) {
    complaints.push(`${place} must be an object, as in {"legacy/**": {"trailing-comma": "off"}}.`);
    return [];
  }
  const overrides: Override[] = [];
  for (const [glob, levels] of Object.entries(value)) {
    const entry = `${place}[${JSON.stringify(glob)}]`;
    const matches = pathPattern(glob);
    if (matches) overrides.push({ glob, matches, levels: readLevels(levels, entry, complaints) });
    else complaints.push(`${entry}: the brackets of this glob do not match.`);
  }
  return overrides;
}
