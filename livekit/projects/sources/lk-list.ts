/** What `lk` takes when nobody asks for anything. */
import { candidate, nearest } from "../../../core/text/nearest.ts";
import { complete, type Found } from "../found.ts";
import type { Places, Request } from "../places.ts";
import { hostOf, isSameServer, type Project } from "../project.ts";
import { brokenConfig } from "./broken-config.ts";

export function defaultProject(_request: Request, places: Places): Found {
  const { place, reading } = places.lkConfig;
  if (!reading.ok) return brokenConfig(places);
  const { defaultProject: name, projects } = reading.config;
  if (name === "") return undefined;
  const project = projects.find((each) => each.name === name);
  if (project)
    return complete(project, `it is the default project in ${place}`, otherServer(project, places));
  const near = nearest(
    name,
    projects.map((each) => candidate(each.name, each)),
  );
  return {
    refused: `The default project "${name}" is not among the projects in ${place}.`,
    advice: `${near ? `Did you mean "${near.name}"? ` : ""}Set another with \`lk project set-default\`.`,
  };
}

export function onlyLkProject(_request: Request, places: Places): Found {
  const { place, reading } = places.lkConfig;
  if (!reading.ok || reading.config.defaultProject !== "") return undefined;
  const [project, ...others] = reading.config.projects;
  if (!project) return undefined;
  if (others.length === 0)
    return complete(project, `it is the only project in ${place}`, otherServer(project, places));
  return {
    refused: `${place} has ${others.length + 1} projects and no default.`,
    advice: "Name one with --project, or set a default with `lk project set-default`.",
  };
}

/** `LIVEKIT_URL` alone is passed over by `lk` as well, and whoever set it may not know. */
function otherServer({ url }: Project, { environment }: Places): string | undefined {
  if (environment.url === undefined || isSameServer(environment.url, url)) return undefined;
  return `LIVEKIT_URL names another server, ${hostOf(environment.url)}. Without a key and a secret it does not count.`;
}
