/** What a user can set, read from whatever a client sends. */
import type { Levels } from "../core/check-document.ts";
import { NO_FILE_LEVELS, readFileLevels, type FileLevels } from "../core/configuration/file-levels.ts";
import { isObject } from "../core/configuration/levels.ts";
import { HINT_KINDS, type HintKind } from "../core/features/inlay-hints.ts";
import { TARGETS, type Target } from "../core/rules/targets.ts";

/** The name under which every client keeps them. */
export const SECTION = "livekitDispatch";

/** For one file. */
export interface Settings {
  /** Who will read it. */
  readonly target: Target;
  /** Severities that differ from the checks' own. */
  readonly checks: Levels;
  /** What is shown between its words. */
  readonly inlayHints: readonly HintKind[];
}

/** Which rule files are held against each other and against what is deployed. */
export const PICTURE_SETTINGS = ["workspace", "folder", "off"] as const;
export type PictureSetting = (typeof PICTURE_SETTINGS)[number];

/** For a folder of the workspace, or in general. */
export interface FolderSettings extends Omit<Settings, "checks"> {
  readonly levels: FileLevels;
  /** Counts in general only. */
  readonly wholePicture: PictureSetting;
}

export interface ReadSettings {
  readonly settings: FolderSettings;
  /** What was not understood and therefore ignored, a sentence each. */
  readonly complaints: readonly string[];
}

export const DEFAULT_SETTINGS: FolderSettings = {
  target: "auto",
  levels: NO_FILE_LEVELS,
  inlayHints: HINT_KINDS,
  wholePicture: "workspace",
};

/** @param value the object that holds the settings; `null` and `undefined` mean that nothing is set */
export function readSettings(value: unknown): ReadSettings {
  const complaints: string[] = [];
  if (!isAbsent(value) && !isObject(value)) complaints.push(`${SECTION} must be an object.`);
  const settings = isObject(value) ? value : {};
  return {
    settings: {
      target: readTarget(settings["target"], complaints),
      levels: readFileLevels(settings, `${SECTION}.`, complaints),
      inlayHints: readHintKinds(settings["inlayHints"], complaints),
      wholePicture: readPicture(settings["wholePicture"], complaints),
    },
    complaints,
  };
}

/** `true`, `false`, or for each kind whether it is shown. */
function readHintKinds(value: unknown, complaints: string[]): readonly HintKind[] {
  if (value === true || isAbsent(value)) return HINT_KINDS;
  if (value === false) return [];
  const place = `${SECTION}.inlayHints`;
  if (!isObject(value)) {
    complaints.push(`${place} must be true, false or an object, as in {"room": false}.`);
    return HINT_KINDS;
  }
  for (const [kind, isShown] of Object.entries(value)) {
    if (!HINT_KINDS.some((name) => name === kind))
      complaints.push(`${place} has kinds ${HINT_KINDS.join(", ")}, not ${JSON.stringify(kind)}.`);
    else if (typeof isShown !== "boolean" && !isAbsent(isShown))
      complaints.push(`${place}.${kind} must be true or false.`);
  }
  return HINT_KINDS.filter((kind) => value[kind] !== false);
}

function readPicture(value: unknown, complaints: string[]): PictureSetting {
  const setting = PICTURE_SETTINGS.find((name) => name === value);
  if (!setting && !isAbsent(value))
    complaints.push(`${SECTION}.wholePicture must be one of ${PICTURE_SETTINGS.join(", ")}.`);
  return setting ?? DEFAULT_SETTINGS.wholePicture;
}

function readTarget(value: unknown, complaints: string[]): Target {
  const target = TARGETS.find((name) => name === value);
  if (!target && !isAbsent(value)) complaints.push(`${SECTION}.target must be one of ${TARGETS.join(", ")}.`);
  return target ?? DEFAULT_SETTINGS.target;
}

function isAbsent(value: unknown): value is null | undefined {
  return value === undefined || value === null;
}
