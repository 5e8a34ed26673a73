/** The folder's own word on its project. */
import { complete, type Found } from "../found.ts";
import type { Places, Request } from "../places.ts";
import { noSuchSubdomain, projectAt } from "./asked-for.ts";
import { brokenConfig } from "./broken-config.ts";

export function livekitToml(_request: Request, places: Places): Found {
  if (!places.livekitToml) return undefined;
  const { place, reading } = places.livekitToml;
  if (!reading.ok)
    return {
      refused: `${place} cannot be read: line ${reading.line} is not TOML.`,
      advice: "Mend it, or name a --project. lk ignores it without a word.",
    };
  // It may configure an agent and say nothing about a project.
  if (reading.subdomain === "") return undefined;
  const project = projectAt(reading.subdomain, places);
  if (project) return complete(project, `${place} names the subdomain "${reading.subdomain}"`);
  return brokenConfig(places) ?? noSuchSubdomain(reading.subdomain, places, `, which ${place} names`);
}
