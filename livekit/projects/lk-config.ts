/**
 * `lk`'s own list of projects, `~/.livekit/cli-config.yaml` (livekit-cli, pkg/config/config.go). Whatever is wrong with
 * the file is said without quoting it: secrets stand in it.
 */
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type YAMLMap } from "yaml";
import type { Project } from "./project.ts";
import { Secret } from "./secret.ts";

export interface LkConfig {
  /** Empty for none. It may name a project that there is not. */
  readonly defaultProject: string;
  readonly projects: readonly Project[];
}

export type LkConfigReading =
  { readonly ok: true; readonly config: LkConfig } | { readonly ok: false; readonly problem: string };

export const NO_CONFIG: LkConfig = { defaultProject: "", projects: [] };
/** A list of ten thousand projects is smaller. In characters. */
export const LARGEST_CONFIG = 1 << 20;

/** @param place the file, for words */
export function readLkConfig(text: string, place: string): LkConfigReading {
  const wrong = (problem: string): LkConfigReading => ({ ok: false, problem });
  if (text.length > LARGEST_CONFIG) return wrong("it is larger than 1 MiB, and such a list has a few lines");
  const lines = new LineCounter();
  // Go takes every scalar for a string field as it is written: `name: 007` is a name.
  const document = parseDocument(text, { schema: "failsafe", prettyErrors: false, lineCounter: lines });
  const [error] = document.errors;
  if (error) return wrong(`line ${lines.linePos(error.pos[0]).line} is not YAML${reasonFor(error.code)}`);
  const root = document.contents;
  // An empty file, or one with nothing but comments.
  if (root === null || (isScalar(root) && root.value === "")) return { ok: true, config: NO_CONFIG };
  if (!isMap(root)) return wrong("it holds something else than `projects` and `default_project`");
  const list = root.get("projects", true);
  if (list !== undefined && !isNothing(list) && !isSeq(list)) return wrong("its `projects` are no list");
  const entries: readonly unknown[] = isSeq(list) ? list.items : [];
  const projects: Project[] = [];
  for (const [index, entry] of entries.entries()) {
    if (!isMap(entry)) return wrong(`entry ${index + 1} of its \`projects\` is no project`);
    projects.push(projectOf(entry, place));
  }
  return { ok: true, config: { defaultProject: textOf(root, "default_project"), projects } };
}

function projectOf(entry: YAMLMap, place: string): Project {
  return {
    name: textOf(entry, "name"),
    url: textOf(entry, "url"),
    apiKey: textOf(entry, "api_key"),
    apiSecret: new Secret(textOf(entry, "api_secret")),
    place,
  };
}

function textOf(map: YAMLMap, name: string): string {
  const node = map.get(name, true);
  return isScalar(node) && typeof node.value === "string" && !isNothing(node) ? node.value : "";
}

const NOTHING = /^(?:~|null|Null|NULL)?$/;

/** YAML's words for nothing, which Go reads as an empty string. */
function isNothing(node: unknown): boolean {
  if (!isScalar(node)) return false;
  const { value, type } = node;
  return value === null || (type === "PLAIN" && typeof value === "string" && NOTHING.test(value));
}

const REASONS: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: ": it begins with a tab, and YAML wants blanks",
  DUPLICATE_KEY: ": it repeats a name",
  BAD_INDENT: ": something is not closed, or its indentation is wrong",
  MISSING_CHAR: ": a closing quote or bracket is missing",
};

function reasonFor(code: string): string {
  return REASONS[code] ?? "";
}
