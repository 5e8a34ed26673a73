/** Options that the commands on a project share; those that choose the project are called as with `lk`. */
import type { Options } from "../command.ts";

export const PROJECT_OPTIONS = {
  project: {
    kind: "text",
    placeholder: "NAME",
    help: "a project of lk's list; one that is not there is an error",
  },
  subdomain: { kind: "text", placeholder: "SUBDOMAIN", help: "the project of lk's list with this subdomain" },
  url: { kind: "text", placeholder: "URL", help: "the server's address; otherwise LIVEKIT_URL" },
  "api-key": { kind: "text", placeholder: "KEY", help: "otherwise LIVEKIT_API_KEY" },
  "api-secret": {
    kind: "text",
    placeholder: "SECRET",
    help: "otherwise LIVEKIT_API_SECRET, which no list of processes shows",
  },
  dev: { kind: "flag", help: "the development server on this machine, or at --url" },
} as const satisfies Options;

export const JSON_OPTION = {
  json: { kind: "flag", help: "the result as JSON on standard output" },
} as const satisfies Options;

export const CHANGE_OPTIONS = {
  "dry-run": { kind: "flag", help: "say what would happen, and change nothing" },
  yes: { kind: "flag", help: "do not ask; scripts need it" },
} as const satisfies Options;

/** For commands that work on files, and on what is deployed only when they are told so. */
export const DEPLOYED_OPTIONS = {
  deployed: {
    kind: "flag",
    help: "the deployed rules and trunks, of the project that `list` takes; each option below says so as well",
  },
  ...PROJECT_OPTIONS,
} as const satisfies Options;

/** Nothing is sent to anybody unless one of these says so: what the environment says is not enough. */
export function asksForDeployed(values: ProjectValues & { readonly deployed: boolean }): boolean {
  const { project, subdomain, url, "api-key": key, "api-secret": secret, dev, deployed } = values;
  return deployed || dev || [project, subdomain, url, key, secret].some((value) => value !== undefined);
}

/** What `PROJECT_OPTIONS` read. */
export interface ProjectValues {
  readonly project: string | undefined;
  readonly subdomain: string | undefined;
  readonly url: string | undefined;
  readonly "api-key": string | undefined;
  readonly "api-secret": string | undefined;
  readonly dev: boolean;
}
