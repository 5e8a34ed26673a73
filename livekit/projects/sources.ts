/**
 * Where a project can come from: the table of sources in the order in which they are asked. The first that answers wins.
 *
 * | source                                   | `lk` too | asked with                                    |
 * | ---------------------------------------- | -------- | --------------------------------------------- |
 * | `--project`, or the choice in the editor | yes      | a name in `lk`'s list, of an own entry, `demo` |
 * | `--subdomain`                            | yes      | the first part of a host in `lk`'s list       |
 * | `--dev`                                  | later    | the server on this machine, `devkey`          |
 * | options and environment                  | yes      | `LIVEKIT_URL`, `_API_KEY`, `_API_SECRET`      |
 * | `livekit.toml` of the folder             | yes      | `[project] subdomain`                         |
 * | `default_project` of `lk`                | yes      |                                               |
 * | the only project of `lk`                 | in scripts |                                             |
 * | `.env` files of a trusted folder         | no       | the same variables                            |
 * | the only own entry                       | no       |                                               |
 *
 * Wherever `lk` finds what it was asked for, the same project wins here. Where it does not, it falls through to
 * whatever project is configured (livekit-cli, cmd/lk/utils.go, `loadProjectDetails`); here that is an error. The demo
 * is only ever taken by its name.
 */
import { defaultProject, onlyLkProject } from "./sources/lk-list.ts";
import { developmentServer, optionsAndEnvironment } from "./sources/credentials.ts";
import { dotEnvFile, onlyOwnEntry } from "./sources/beyond-lk.ts";
import { livekitToml } from "./sources/livekit-toml.ts";
import { namedProject, subdomain } from "./sources/asked-for.ts";
import type { Found } from "./found.ts";
import type { Places, Request } from "./places.ts";

export interface ProjectSource {
  readonly id: string;
  /** For words: `the default project of lk`. */
  readonly title: string;
  find(request: Request, places: Places): Found;
}

export const SOURCES = [
  { id: "named", title: "the project asked for", find: namedProject },
  { id: "subdomain", title: "the subdomain asked for", find: subdomain },
  { id: "dev", title: "--dev", find: developmentServer },
  { id: "credentials", title: "options and environment", find: optionsAndEnvironment },
  { id: "livekit-toml", title: "livekit.toml", find: livekitToml },
  { id: "lk-default", title: "the default project of lk", find: defaultProject },
  { id: "lk-only", title: "the only project of lk", find: onlyLkProject },
  { id: "dot-env", title: "a .env file", find: dotEnvFile },
  { id: "own", title: "the only project entered in the editor", find: onlyOwnEntry },
] as const satisfies readonly ProjectSource[];

export type SourceId = (typeof SOURCES)[number]["id"];
