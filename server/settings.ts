/** What a user can set, read from whatever a client sends. */
import { checks } from "../core/checks/index.generated.ts";
import type { Levels } from "../core/check-document.ts";
import type { Level } from "../core/problem.ts";
import { TARGETS, type Target } from "../core/rules/targets.ts";

/** The name under which every client keeps them. */
export const SECTION = "livekitDispatch";

export interface Settings {
  /** Who will read the files. */
  readonly target: Target;
  /** Severities that differ from the checks' own. */
  readonly checks: Levels;
  /** Whether rooms, defaults and units are shown between the words of a file. */
  readonly inlayHints: boolean;
}

export interface ReadSettings {
  readonly settings: Settings;
  /** What was not understood and therefore ignored, a sentence each. */
  readonly complaints: readonly string[];
}

export const DEFAULT_SETTINGS: Settings = { target: "auto", checks: {}, inlayHints: true };

const LEVELS: readonly string[] = ["error", "warning", "info", "hint", "off"] satisfies Level[];
const CODES: ReadonlySet<string> = new Set(checks.map((check) => check.code));

/** @param value the object that holds the settings; `null` and `undefined` mean that nothing is set */
export function readSettings(value: unknown): ReadSettings {
  const complaints: string[] = [];
  if (!isAbsent(value) && !isObject(value)) complaints.push(`${SECTION} must be an object.`);
  const { target, checks, inlayHints } = isObject(value) ? value : {};
  return {
    settings: {
      target: readTarget(target, complaints),
      checks: readLevels(checks, complaints),
      inlayHints: readSwitch("inlayHints", inlayHints, complaints),
    },
    complaints,
  };
}

function readSwitch(name: "inlayHints", value: unknown, complaints: string[]): boolean {
  if (typeof value === "boolean") return value;
  if (!isAbsent(value)) complaints.push(`${SECTION}.${name} must be true or false.`);
  return DEFAULT_SETTINGS[name];
}

function readTarget(value: unknown, complaints: string[]): Target {
  const target = TARGETS.find((name) => name === value);
  if (!target && !isAbsent(value)) complaints.push(`${SECTION}.target must be one of ${TARGETS.join(", ")}.`);
  return target ?? DEFAULT_SETTINGS.target;
}

function readLevels(value: unknown, complaints: string[]): Levels {
  if (isAbsent(value)) return DEFAULT_SETTINGS.checks;
  if (!isObject(value)) {
    complaints.push(`${SECTION}.checks must be an object, as in {"trailing-comma": "warning"}.`);
    return DEFAULT_SETTINGS.checks;
  }
  const levels: Record<string, Level> = {};
  for (const [code, level] of Object.entries(value)) {
    const place = `${SECTION}.checks[${JSON.stringify(code)}]`;
    if (!CODES.has(code)) complaints.push(`${place}: there is no such check.`);
    else if (isLevel(level)) levels[code] = level;
    else if (!isAbsent(level)) complaints.push(`${place} must be one of ${LEVELS.join(", ")}.`);
  }
  return levels;
}

function isLevel(value: unknown): value is Level {
  return typeof value === "string" && LEVELS.includes(value);
}

function isAbsent(value: unknown): value is null | undefined {
  return value === undefined || value === null;
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
