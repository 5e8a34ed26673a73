/**
 * What `lk` in a terminal would take for the same request, with its trap: whatever fails on the way falls through to a
 * picker, and in a script the picker takes the only configured project without a word (livekit-cli 2.18,
 * cmd/lk/utils.go; run for real).
 */
import type { Places, Request } from "./places.ts";
import { hostOf, LOCAL_SERVER, type Project } from "./project.ts";
import { projectAt } from "./sources/asked-for.ts";

export type LkTakes =
  | {
      readonly kind: "project";
      readonly name: string;
      readonly url: string;
      /** In a script only, and not because anybody asked for it. */
      readonly isFallback: boolean;
    }
  | { readonly kind: "credentials"; readonly url: string }
  | { readonly kind: "dev"; readonly url: string }
  /** @see message what it prints in a script; in a terminal it asks where it can */
  | { readonly kind: "refuses"; readonly message: string };

export function whatLkTakes(request: Request, places: Places): LkTakes {
  const { flags = {}, isDev = false } = request;
  const { environment } = places;
  const url = flags.url ?? environment.url;
  const apiKey = flags.apiKey ?? environment.apiKey;
  const apiSecret = flags.apiSecret ?? environment.apiSecret;
  if (request.project !== undefined) {
    // `both project and dev flags are set`, which nobody gets to see.
    const project = isDev ? undefined : lkProjects(places).find(({ name }) => name === request.project);
    return project ? taken(project) : fallThrough(places);
  }
  if (request.subdomain !== undefined) {
    const project = isDev ? undefined : projectAt(request.subdomain, places);
    return project ? taken(project) : fallThrough(places);
  }
  if (isDev && (apiKey !== undefined || apiSecret !== undefined)) return fallThrough(places);
  if (apiKey !== undefined && apiSecret !== undefined)
    return { kind: "credentials", url: url ?? LOCAL_SERVER };
  if (isDev) return { kind: "dev", url: url ?? LOCAL_SERVER };
  // Half of the credentials is an error, and the default project is not even looked at.
  if (apiKey !== undefined || apiSecret !== undefined) return fallThrough(places);
  const toml = places.livekitToml?.reading;
  if (toml?.ok) {
    const project = projectAt(toml.subdomain, places);
    return project ? taken(project) : fallThrough(places);
  }
  const { reading } = places.lkConfig;
  const name = reading.ok ? reading.config.defaultProject : "";
  const project = name === "" ? undefined : lkProjects(places).find((candidate) => candidate.name === name);
  return project ? taken(project) : fallThrough(places);
}

function lkProjects({ lkConfig }: Places): readonly Project[] {
  return lkConfig.reading.ok ? lkConfig.reading.config.projects : [];
}

function taken({ name, url }: Project): LkTakes {
  return { kind: "project", name, url, isFallback: false };
}

function fallThrough(places: Places): LkTakes {
  const { reading } = places.lkConfig;
  if (!reading.ok) return { kind: "refuses", message: `yaml: ${reading.problem}` };
  const [project, ...others] = reading.config.projects;
  if (!project)
    return {
      kind: "refuses",
      message: "no projects configured; run `lk cloud auth` in an interactive terminal or set --project",
    };
  if (others.length > 0)
    return {
      kind: "refuses",
      message: "multiple projects configured; set --project in non-interactive mode",
    };
  return { kind: "project", name: project.name, url: project.url, isFallback: true };
}

/** Half a sentence behind `lk`: `takes project "prod" (prod.livekit.cloud)`. */
export function lkWords(takes: LkTakes): string {
  switch (takes.kind) {
    case "project":
      return takes.isFallback
        ? `would take its only project "${takes.name}" (${hostOf(takes.url)}) in a script, without a word`
        : `takes project "${takes.name}" (${hostOf(takes.url)})`;
    case "credentials":
      return `takes key and secret from options and environment (${hostOf(takes.url)})`;
    case "dev":
      return `takes the development server (${hostOf(takes.url)})`;
    case "refuses":
      return `stops in a script: ${takes.message}`;
  }
}
