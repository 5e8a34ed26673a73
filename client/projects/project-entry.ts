/** A project as lists, words and targets know it: without its secret. Imports no editor. */

export type ProjectSource = "demo" | "own" | "lk" | "environment" | "livekit-toml" | "dot-env";

export interface ProjectEntry {
  /** Stable: `${source}:${name}`; `demo` for the demo. */
  readonly id: string;
  readonly name: string;
  /** Host and port, for words. */
  readonly host: string;
  /** The id of its key, which is no secret: with the host it says which project of LiveKit's this is. */
  readonly apiKey: string;
  readonly source: ProjectSource;
  /** Where it is written down, for words: a file, the environment. */
  readonly place: string;
  /** The user wants to be asked twice before anything changes there. */
  readonly isProduction: boolean;
  readonly isDemo: boolean;
}

/** What an entry points to: a name stays when its address or its key is changed. */
export type Server = Pick<ProjectEntry, "host" | "apiKey">;

export function isSame(one: Server, other: Server): boolean {
  return one.host === other.host && one.apiKey === other.apiKey;
}

export const DEMO_ID = "demo";

export function entryId(source: ProjectSource, name: string): string {
  return source === "demo" ? DEMO_ID : `${source}:${name}`;
}
