/** The severity of a check in the settings: the user's, the workspace's, or those for some of its files. */
import * as vscode from "vscode";
import type { LevelPlace } from "./level-place.ts";

type Entries = Readonly<Record<string, unknown>>;

/**
 * @param glob for which files; left out: for all
 * @param scope a document, whose folder's settings are meant where each folder has its own
 */
export function settingsPlace(
  code: string,
  target: vscode.ConfigurationTarget,
  glob?: string,
  scope?: vscode.Uri,
): LevelPlace {
  const key = glob === undefined ? "checks" : "overrides";
  const path = glob === undefined ? [code] : [glob, code];
  const settings = () => vscode.workspace.getConfiguration("livekitDispatch", scope);
  const value = (): unknown => {
    const present = settings().inspect<unknown>(key);
    if (target === vscode.ConfigurationTarget.Global) return present?.globalValue;
    return target === vscode.ConfigurationTarget.Workspace
      ? present?.workspaceValue
      : present?.workspaceFolderValue;
  };
  return {
    read: () =>
      Promise.resolve(
        path.reduce<unknown>((inner, name) => (isObject(inner) ? inner[name] : undefined), value()),
      ),
    write: async (level) => settings().update(key, withEntry(value(), path, level), target),
  };
}

/** A copy of an object with another value at a path, and without what is empty then; `undefined` for nothing at all. */
function withEntry(value: unknown, [name, ...rest]: readonly string[], level: unknown): Entries | undefined {
  if (name === undefined) return undefined;
  const present = isObject(value) ? value : {};
  const inner = rest.length > 0 ? withEntry(present[name], rest, level) : level;
  const others = Object.entries(present).filter(([key]) => key !== name);
  const entries = inner === undefined ? others : [...others, [name, inner] as const];
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

function isObject(value: unknown): value is Entries {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
