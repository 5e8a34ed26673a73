/** A project that the user named. A name that nobody has is an error: `lk` takes its only project for it. */
import { candidate, nearest } from "../../../core/text/nearest.ts";
import { complete, type Found } from "../found.ts";
import { subdomainOf } from "../livekit-toml.ts";
import { namedProjects, type Places, type Request } from "../places.ts";
import type { Project } from "../project.ts";
import { brokenConfig } from "./broken-config.ts";

export function namedProject({ project: name }: Request, places: Places): Found {
  if (name === undefined) return undefined;
  const candidates = namedProjects(places);
  const project = candidates.find((each) => each.name === name);
  if (project) return complete(project, `--project names it (${project.place})`);
  return (
    brokenConfig(places) ?? {
      refused: `There is no project "${name}".`,
      advice: didYouMean(
        name,
        candidates.map((each) => each.name),
        "lk project add",
      ),
    }
  );
}

export function subdomain({ subdomain: wanted }: Request, places: Places): Found {
  if (wanted === undefined) return undefined;
  const project = projectAt(wanted, places);
  if (project) return complete(project, `--subdomain names it (${project.place})`);
  return brokenConfig(places) ?? noSuchSubdomain(wanted, places, "");
}

/** The first project of `lk` whose host begins so. */
export function projectAt(wanted: string, { lkConfig }: Places): Project | undefined {
  if (!lkConfig.reading.ok || wanted === "") return undefined;
  return lkConfig.reading.config.projects.find(({ url }) => subdomainOf(url) === wanted);
}

/** @param asking who asks for it, as the end of a sentence */
export function noSuchSubdomain(wanted: string, { lkConfig }: Places, asking: string): Found {
  const projects = lkConfig.reading.ok ? lkConfig.reading.config.projects : [];
  const known = projects.map(({ url }) => subdomainOf(url)).filter((each) => each !== "");
  return {
    refused: `No project of lk has the subdomain "${wanted}"${asking}.`,
    advice: didYouMean(wanted, known, "lk cloud auth"),
  };
}

const MOST_NAMES = 20;

function didYouMean(wanted: string, known: readonly string[], command: string): string {
  if (known.length === 0) return `None is configured: \`${command}\` adds one.`;
  const near = nearest(
    wanted,
    known.map((name) => candidate(name, name)),
  );
  const list = known
    .slice(0, MOST_NAMES)
    .map((name) => `"${name}"`)
    .join(", ");
  const more = known.length > MOST_NAMES ? ` and ${known.length - MOST_NAMES} more` : "";
  return `${near === undefined ? "" : `Did you mean "${near}"? `}There is ${list}${more}.`;
}
