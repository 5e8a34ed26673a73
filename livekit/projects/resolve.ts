/** Which project is meant: which it is, where it comes from, why it won, what lost, and what `lk` would take. */
import type { Found } from "./found.ts";
import { whatLkTakes, type LkTakes } from "./lk.ts";
import type { Places, Request } from "./places.ts";
import { hostOf, isSameServer, type Project } from "./project.ts";
import { SOURCES, type ProjectSource, type SourceId } from "./sources.ts";

export type Resolution = Resolved | Unresolved;

interface Told {
  /** What other sources would have said. */
  readonly lost: readonly Lost[];
  readonly warnings: readonly string[];
  readonly lk: LkTakes;
}

export interface Resolved extends Told {
  readonly ok: true;
  readonly project: Project;
  readonly host: string;
  readonly source: SourceId;
  /** Half a sentence: `it is the default project in ~/.livekit/cli-config.yaml`. */
  readonly why: string;
  /** Whether `lk` in a terminal takes the same. */
  readonly isSameAsLk: boolean;
}

export interface Unresolved extends Told {
  readonly ok: false;
  /** A sentence. */
  readonly problem: string;
  /** What to do, in sentences. */
  readonly advice: string;
}

export interface Lost {
  readonly source: SourceId;
  /** For words. */
  readonly title: string;
  /** Absent where the source could not say. */
  readonly project?: { readonly name: string; readonly host: string };
  readonly reason: string;
}

export function resolveProject(request: Request, places: Places): Resolution {
  const lk = whatLkTakes(request, places);
  const contradiction = contradictionIn(request);
  const warnings = permissionWarning(places);
  if (contradiction !== undefined)
    return { ok: false, problem: contradiction, advice: "Leave one out.", lost: [], warnings, lk };
  const answers = SOURCES.map((source) => ({ source, found: source.find(request, places) }));
  const first = answers.find(({ found }) => found !== undefined);
  const lost = answers.flatMap(({ source, found }) =>
    found === undefined || found === first?.found ? [] : losers(source, found, first?.found),
  );
  if (!first?.found)
    return {
      ok: false,
      problem: "There is no project.",
      advice:
        "Add one with `lk project add` or `lk cloud auth`, set LIVEKIT_URL, LIVEKIT_API_KEY and LIVEKIT_API_SECRET, or start an emulated server: `livekit-dispatch emulator`.",
      lost,
      warnings,
      lk,
    };
  const { source, found } = first;
  if ("refused" in found)
    return { ok: false, problem: found.refused, advice: found.advice, lost, warnings, lk };
  const { project, why, warning } = found;
  const isSameAsLk =
    lk.kind !== "refuses" &&
    isSameServer(lk.url, project.url) &&
    (lk.kind !== "project" || lk.name === project.name);
  return {
    ok: true,
    project,
    host: hostOf(project.url),
    source: source.id,
    why,
    isSameAsLk,
    lost,
    warnings: warning === undefined ? warnings : [...warnings, warning],
    lk,
  };
}

/** What names two servers at once. `lk` falls through to its only project for some of these. */
function contradictionIn({ project, subdomain, isDev, flags = {} }: Request): string | undefined {
  const { url, apiKey, apiSecret } = flags;
  if (project !== undefined && subdomain !== undefined)
    return "--project and --subdomain both name a project.";
  const name = project === undefined ? "--subdomain" : "--project";
  const isNamed = project !== undefined || subdomain !== undefined;
  if (isNamed && isDev) return `${name} and --dev name two servers.`;
  if (isNamed && (url ?? apiKey ?? apiSecret) !== undefined)
    return `${name} names a project, and --url, --api-key or --api-secret another one.`;
  if (isDev && (apiKey ?? apiSecret) !== undefined) return "--dev has its own key and secret.";
  return undefined;
}

function losers(source: ProjectSource & { id: SourceId }, found: NonNullable<Found>, winner: Found): Lost[] {
  const { id, title } = source;
  if ("refused" in found) return [{ source: id, title, reason: found.refused }];
  const { name, url } = found.project;
  const isWinner = winner && "project" in winner && winner.project === found.project;
  if (isWinner) return [];
  return [
    { source: id, title, project: { name, host: hostOf(url) }, reason: "what was taken goes before it" },
  ];
}

function permissionWarning({ lkConfig: { place, isReadableByOthers } }: Places): string[] {
  if (!isReadableByOthers) return [];
  return [`Others on this machine can read the secrets in ${place}: run \`chmod 600\` on it.`];
}
