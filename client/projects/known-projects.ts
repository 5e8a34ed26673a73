/** Every project that is known, and which of them is active. Imports no editor. */
import { whatLkTakes, lkWords } from "../../livekit/projects/lk.ts";
import type { Places } from "../../livekit/projects/places.ts";
import { hostOf, isSameServer, LOCAL_SERVER, type Project } from "../../livekit/projects/project.ts";
import { resolveProject, type Resolved } from "../../livekit/projects/resolve.ts";
import { entryId, type ProjectEntry, type ProjectSource } from "./project-entry.ts";

export interface KnownProject {
  readonly entry: ProjectEntry;
  readonly project: Project;
}

/** Production is a property of the server: whoever reaches it by another entry is asked as well. */
export type IsProduction = (host: string) => boolean;

/** Of two with one id the first counts, as with `lk`. */
export function knownProjects(places: Places, isProduction: IsProduction): KnownProject[] {
  const known = new Map<string, KnownProject>();
  const add = (source: ProjectSource, project: Project): void => {
    const id = entryId(source, project.name);
    if (known.has(id)) return;
    const { name, place, apiKey } = project;
    const host = hostOf(project.url);
    const isDemo = source === "demo";
    const entry = {
      id,
      name,
      host,
      apiKey,
      source,
      place,
      isProduction: !isDemo && isProduction(host),
      isDemo,
    };
    known.set(id, { entry, project });
  };
  const { lkConfig, environment, dotEnv, own, demo } = places;
  if (lkConfig.reading.ok) for (const project of lkConfig.reading.config.projects) add("lk", project);
  for (const project of own) add("own", project);
  addCredentials("environment", "environment", environment);
  for (const { place, credentials } of dotEnv) addCredentials("dot-env", place, credentials);
  if (demo) add("demo", demo);
  return [...known.values()];

  function addCredentials(source: ProjectSource, place: string, credentials: Places["environment"]): void {
    const { url = LOCAL_SERVER, apiKey, apiSecret } = credentials;
    if (apiKey !== undefined && apiSecret !== undefined)
      add(source, { name: place, url, apiKey, apiSecret, place });
  }
}

export type Choice =
  | {
      readonly known: KnownProject;
      /** Half a sentence: `it is the default project in ~/.livekit/cli-config.yaml`. */
      readonly why: string;
      /** What `lk` would take, where that is another one; half a sentence. */
      readonly lkNote?: string;
      readonly warnings: readonly string[];
    }
  /** Sentences; absent where there is no project at all, which is no mistake. */
  | { readonly problem?: string };

/** What was asked for in VS Code. */
export interface Wish {
  /** The id of the entry that the user chose. */
  readonly chosen?: string | undefined;
  /** The setting `livekitDispatch.project`: an id or a name. */
  readonly setting?: string | undefined;
}

/** A project that was asked for and that is gone is not replaced by another one: that would be the wrong project. */
export function chooseProject(
  { chosen, setting = "" }: Wish,
  places: Places,
  known: readonly KnownProject[],
): Choice {
  const take = (found: KnownProject, why: string): Choice => ({
    known: found,
    why,
    ...lkNoteFor(found, places),
    warnings: [],
  });
  if (chosen !== undefined) {
    const found = known.find(({ entry }) => entry.id === chosen);
    if (found) return take(found, "you chose it in this workspace");
    return { problem: `The chosen project "${nameIn(chosen)}" is no longer there. Choose another one.` };
  }
  if (setting !== "") {
    const found =
      known.find(({ entry }) => entry.id === setting) ?? known.find(({ entry }) => entry.name === setting);
    if (found) return take(found, "the setting livekitDispatch.project names it");
    return {
      problem: `The setting livekitDispatch.project names "${setting}", and there is no such project.`,
    };
  }
  const resolution = resolveProject({}, places);
  if (!resolution.ok) {
    if (known.every(({ entry }) => entry.isDemo) && isNothingSaid(places)) return {};
    return { problem: `${resolution.problem} Choose a project, or mend that.` };
  }
  const found = knownFor(resolution, known);
  if (!found) return {};
  const { why, warnings } = resolution;
  return { known: found, why, ...lkNoteFor(found, places), warnings };
}

function nameIn(id: string): string {
  return id.slice(id.indexOf(":") + 1);
}

/** No place says anything, so that there is nothing to mend. */
function isNothingSaid({ lkConfig, environment, livekitToml, dotEnv }: Places): boolean {
  const { reading } = lkConfig;
  const isListEmpty = reading.ok && reading.config.defaultProject === "";
  const isTomlEmpty = !livekitToml || (livekitToml.reading.ok && livekitToml.reading.subdomain === "");
  const all = [environment, ...dotEnv.map(({ credentials }) => credentials)];
  return (
    isListEmpty &&
    isTomlEmpty &&
    all.every(({ apiKey, apiSecret }) => apiKey === undefined && apiSecret === undefined)
  );
}

const SOURCES: Readonly<Partial<Record<Resolved["source"], ProjectSource>>> = {
  credentials: "environment",
  "dot-env": "dot-env",
  own: "own",
};

function knownFor({ source, project }: Resolved, known: readonly KnownProject[]): KnownProject | undefined {
  const id = entryId(SOURCES[source] ?? "lk", project.name);
  return known.find(({ entry }) => entry.id === id);
}

function lkNoteFor({ entry, project }: KnownProject, places: Places): { readonly lkNote?: string } {
  const lk = whatLkTakes({}, places);
  // Whoever gets an error from `lk` notices by himself.
  if (lk.kind === "refuses") return {};
  const isSame =
    isSameServer(lk.url, project.url) && (lk.kind !== "project" || lk.name === entry.name) && !entry.isDemo;
  return isSame ? {} : { lkNote: `lk in the terminal ${lkWords(lk)}` };
}
