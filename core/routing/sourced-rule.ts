/** Rules with where they come from: files, or a project. */
import type { DispatchRule } from "./types.ts";

export interface SourcedRule {
  /** As LiveKit has it. */
  readonly rule: DispatchRule;
  /** Of the file; for a deployed rule its id and its project. */
  readonly path: string;
  /** Absent for a deployed rule. */
  readonly line?: number;
  readonly column?: number;
  /** Of a deployed rule: `project "prod"`. */
  readonly project?: string;
}

/** A rule or trunk that is not taken into account, and why. */
export interface LeftOut {
  /** `file` or `file:line:column`. */
  readonly place: string;
  readonly reason: string;
}

/** `rules/support.json:3`, or `SDR_Vh6vTqQ3YzKp in project "prod"` */
export function placeOf({ path, line }: SourcedRule): string {
  return line === undefined ? path : `${path}:${line}`;
}

/** `rules/support.json:3:5` */
export function exactPlaceOf(rule: SourcedRule): string {
  return rule.column === undefined ? placeOf(rule) : `${placeOf(rule)}:${rule.column}`;
}

/** For behind a rule's name, which has the id of a deployed rule in it. */
export function placeBesideName(rule: SourcedRule): string {
  return rule.project ?? exactPlaceOf(rule);
}

/**
 * The rules in the same order, each with a name by which sentences can tell it from the others: its own where it has
 * one for itself, otherwise its file's. Routing does not look at names; LiveKit's texts do, see `livekit-text.ts`.
 */
export function withTellingNames(rules: readonly SourcedRule[]): DispatchRule[] {
  const names = counted(rules.map(({ rule }) => rule.name ?? ""));
  const files = counted([...new Set(rules.map(({ path }) => path))].map(lastPart));
  const inFile = counted(rules.map(({ path }) => path));
  return rules.map((sourced) => {
    const { rule, path, line } = sourced;
    const { name = "", sipDispatchRuleId: id = "" } = rule;
    if (id !== "" || (name !== "" && names.get(name) === 1)) return rule;
    const file = files.get(lastPart(path)) === 1 ? lastPart(path) : path;
    const place = inFile.get(path) === 1 || line === undefined ? file : `${file}:${line}`;
    return { ...rule, name: name === "" ? place : `${name} in ${place}` };
  });
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function counted(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}
