/** Everything that is known about projects at one moment, and what the user asked for. Read by `node.ts` or by the editor. */
import type { DotEnvFile } from "./dot-env.ts";
import type { TomlReading } from "./livekit-toml.ts";
import type { LkConfigReading } from "./lk-config.ts";
import type { Credentials, Project } from "./project.ts";

export interface Places {
  readonly environment: Credentials;
  readonly lkConfig: {
    /** The file, for words. */
    readonly place: string;
    readonly reading: LkConfigReading;
    /** Whether others than its owner can read the secrets in it. */
    readonly isReadableByOthers: boolean;
  };
  /** `livekit.toml` of the folder, if it has one. */
  readonly livekitToml?: { readonly place: string; readonly reading: TomlReading } | undefined;
  /** Those of a trusted folder, the one that counts most first. */
  readonly dotEnv: readonly DotEnvFile[];
  /** Projects that the user has entered in the editor. */
  readonly own: readonly Project[];
  /** The emulated project, where there is one. */
  readonly demo?: Project | undefined;
}

/** What the user asked for: by `lk`'s options, or by choosing in the editor. */
export interface Request {
  readonly project?: string | undefined;
  readonly subdomain?: string | undefined;
  readonly isDev?: boolean | undefined;
  readonly flags?: Credentials | undefined;
}

/** The projects that have a name, those of `lk` first: where two have the same, `lk` and we mean the same one. */
export function namedProjects({ lkConfig, own, demo }: Places): readonly Project[] {
  const ofLk = lkConfig.reading.ok ? lkConfig.reading.config.projects : [];
  return [...ofLk, ...own, ...(demo ? [demo] : [])];
}
