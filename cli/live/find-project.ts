/** Which project a command is about, by its options, the environment, the folder and the user's home. */
import { readPlaces } from "../../livekit/projects/node.ts";
import type { Places, Request } from "../../livekit/projects/places.ts";
import { Secret } from "../../livekit/projects/secret.ts";
import { shellWord } from "../terminal/shell-word.ts";
import type { ProjectValues } from "./options.ts";

/** The folder is the one that the user has gone to, and so a trusted one. */
export function placesHere(): Places {
  return readPlaces({ environment: process.env, folder: process.cwd(), isTrusted: true });
}

/** The options themselves, to be typed again; a secret is not repeated. */
export function optionsFor(values: ProjectValues): string {
  const { project, subdomain, url, "api-key": key, "api-secret": secret, dev } = values;
  const given: readonly (readonly [name: string, value: string | undefined])[] = [
    ["--project", project],
    ["--subdomain", subdomain],
    ["--url", url],
    ["--api-key", key],
    ["--api-secret", secret === undefined ? undefined : "SECRET"],
  ];
  const words = given.flatMap(([name, value]) =>
    value === undefined ? [] : [`${name} ${shellWord(value)}`],
  );
  return [...words, ...(dev ? ["--dev"] : [])].map((word) => ` ${word}`).join("");
}

export function requestOf(values: ProjectValues): Request {
  const secret = values["api-secret"];
  return {
    project: values.project,
    subdomain: values.subdomain,
    isDev: values.dev,
    flags: {
      url: values.url,
      apiKey: values["api-key"],
      apiSecret: secret === undefined ? undefined : new Secret(secret),
    },
  };
}
