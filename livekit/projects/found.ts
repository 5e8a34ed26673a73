/** What a source of projects can answer, and the project put together out of single values. */
import { LOCAL_SERVER, missingIn, type Credentials, type Project } from "./project.ts";

/** `undefined`: nobody asked this source, or it has nothing. */
export type Found =
  | { readonly project: Project; readonly why: string; readonly warning?: string }
  /** It was asked for something that it does not have, or it is broken: going on would take a project nobody meant. */
  | { readonly refused: string; readonly advice: string }
  | undefined;

/** A project for calls, or what it lacks. */
export function complete(project: Project, why: string, warning?: string): Found {
  const missing = missingIn(project);
  if (missing.length > 0)
    return {
      refused: `Project "${project.name}" in ${project.place} has no ${missing.join(" and no ")}.`,
      advice: `Add it with \`lk project add\`, or in the file.`,
    };
  return { project, why, ...(warning !== undefined && { warning }) };
}

/** @param names what the three are called in this place, for what is missing */
export function assembled(
  { url = LOCAL_SERVER, apiKey, apiSecret }: Credentials,
  names: { readonly apiKey: string; readonly apiSecret: string },
  place: string,
  why: string,
): Found {
  if (apiKey !== undefined && apiSecret !== undefined)
    return { project: { name: place, url, apiKey, apiSecret, place }, why };
  const [there, lacking] =
    apiKey === undefined ? [names.apiSecret, names.apiKey] : [names.apiKey, names.apiSecret];
  return {
    refused: `${there} is set and ${lacking} is not.`,
    advice: `Set ${lacking} as well, or leave ${there} out.`,
  };
}
