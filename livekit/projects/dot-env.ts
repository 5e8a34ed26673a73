/** `.env` files: what the user's own program reads its project from. `lk` reads none of them. */
import type { Credentials } from "./project.ts";
import { Secret } from "./secret.ts";

export interface DotEnvFile {
  /** For words. */
  readonly place: string;
  readonly credentials: Credentials;
}

/** `KEY=value`, with `export` in front or not, the value in quotes or not. */
const LINE =
  /^[ \t]*(?:export[ \t]+)?([\w.]+)[ \t]*=[ \t]*(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|`([^`]*)`|([^\r\n]*?))[ \t]*(?:[ \t]#.*)?$/gm;

export function readDotEnv(text: string): Credentials {
  const variables: Record<string, string> = {};
  for (const [, name = "", double, single, back, bare = ""] of text.replace(/^\ufeff/, "").matchAll(LINE))
    variables[name] = double?.replaceAll("\\n", "\n") ?? single ?? back ?? (bare.startsWith("#") ? "" : bare);
  return credentialsIn(variables);
}

/** The variables by which LiveKit's tools and SDKs know a project. */
export function credentialsIn(variables: Readonly<Record<string, string | undefined>>): Credentials {
  // Set to nothing is not set, as for `lk`.
  const valueOf = (name: string): string | undefined =>
    variables[name] === "" ? undefined : variables[name];
  const secret = valueOf("LIVEKIT_API_SECRET");
  return {
    url: valueOf("LIVEKIT_URL"),
    apiKey: valueOf("LIVEKIT_API_KEY"),
    apiSecret: secret === undefined ? undefined : new Secret(secret),
  };
}
