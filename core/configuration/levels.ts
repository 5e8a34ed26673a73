/** Severities of checks, as somebody wrote them into settings or into a configuration file. */
import type { Levels } from "../check-document.ts";
import { checks } from "../checks/index.generated.ts";
import { pictureCheckTitles } from "../picture/checks/titles.generated.ts";
import type { Level } from "../problem.ts";
import { didYouMean } from "../text/did-you-mean.ts";

export const LEVELS = ["error", "warning", "info", "hint", "off"] as const satisfies readonly Level[];

const CODES: ReadonlySet<string> = new Set([
  ...checks.map(({ code }) => code),
  ...Object.keys(pictureCheckTitles),
]);
const NO_LEVELS: Levels = {};

/**
 * @param place how the value is called in complaints
 * @param complaints gets a sentence for each thing that was not understood and is therefore ignored
 */
export function readLevels(value: unknown, place: string, complaints: string[]): Levels {
  if (value === undefined || value === null) return NO_LEVELS;
  if (!isObject(value)) {
    complaints.push(`${place} must be an object, as in {"trailing-comma": "warning"}.`);
    return NO_LEVELS;
  }
  const levels: Record<string, Level> = {};
  for (const [code, level] of Object.entries(value)) {
    const entry = `${place}[${JSON.stringify(code)}]`;
    const known = LEVELS.find((name) => name === level);
    if (!CODES.has(code)) complaints.push(`${entry}: there is no such check.${didYouMean(code, CODES)}`);
    else if (known) levels[code] = known;
    else if (level !== null && level !== undefined)
      complaints.push(`${entry} must be one of ${LEVELS.join(", ")}.${levelMeant(level)}`);
  }
  return levels;
}

function levelMeant(level: unknown): string {
  return typeof level === "string" ? didYouMean(level, LEVELS) : "";
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
