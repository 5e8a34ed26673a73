/** Reads what there is about projects on this machine. The only file of this folder that touches files; only for Node. */
import { closeSync, constants, fstatSync, openSync, readdirSync, readSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { credentialsIn, readDotEnv, type DotEnvFile } from "./dot-env.ts";
import { readLivekitToml } from "./livekit-toml.ts";
import { LARGEST_CONFIG, NO_CONFIG, readLkConfig, type LkConfigReading } from "./lk-config.ts";
import type { Places } from "./places.ts";
import type { Project } from "./project.ts";

export interface Surroundings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The folder whose `livekit.toml` and `.env` files count. */
  readonly folder?: string | undefined;
  /** Whether the folder's `.env` files are read. */
  readonly isTrusted: boolean;
  readonly own?: readonly Project[] | undefined;
  readonly demo?: Project | undefined;
}

/** Reads everything anew: what `lk` changes is seen at once. Never throws. */
export function readPlaces({ environment, folder, isTrusted, own = [], demo }: Surroundings): Places {
  const toml = folder === undefined ? undefined : readText(join(folder, "livekit.toml"));
  return {
    environment: credentialsIn(environment),
    lkConfig: lkConfigOf(environment),
    livekitToml: toml && {
      place: "livekit.toml",
      reading: toml.ok ? readLivekitToml(toml.text) : { ok: false, line: 1 },
    },
    dotEnv: folder !== undefined && isTrusted ? dotEnvFiles(folder) : [],
    own,
    demo,
  };
}

/** The environment that this process was started with: of the shell, or of the desktop. */
export function processEnvironment(): Surroundings["environment"] {
  return process.env;
}

/** Go's `os.UserHomeDir`, by which `lk` finds the file: the environment alone, `USERPROFILE` on Windows. */
function lkConfigOf(environment: Surroundings["environment"]): Places["lkConfig"] {
  const home = environment[process.platform === "win32" ? "USERPROFILE" : "HOME"];
  const name = [".livekit", "cli-config.yaml"];
  if (!home)
    return {
      place: `~/${name.join("/")}`,
      reading: { ok: true, config: NO_CONFIG },
      isReadableByOthers: false,
    };
  const path = join(home, ...name);
  const place = home === homedir() ? `~/${name.join("/")}` : path;
  const file = readText(path);
  const isReadableByOthers = file?.ok === true && process.platform !== "win32" && (file.mode & 0o077) !== 0;
  return { place, reading: configIn(file, place), isReadableByOthers };
}

function configIn(file: Text | undefined, place: string): LkConfigReading {
  if (!file) return { ok: true, config: NO_CONFIG };
  return file.ok ? readLkConfig(file.text, place) : { ok: false, problem: file.reason };
}

/** What stands for templates that are committed without values. */
const EXAMPLE = /\.(?:example|sample|template|dist|defaults?)$/;

/** In the order of Vite and Next.js: what is meant for this machine alone counts most. */
function dotEnvFiles(folder: string): DotEnvFile[] {
  const names = namesIn(folder).filter((name) => /^\.env(?:\.|$)/.test(name) && !EXAMPLE.test(name));
  const rank = (name: string): number =>
    name === ".env.local" ? 0 : name.endsWith(".local") ? 1 : name === ".env" ? 2 : 3;
  names.sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return names.flatMap((name) => {
    const file = readText(join(folder, name));
    return file?.ok ? [{ place: name, credentials: readDotEnv(file.text) }] : [];
  });
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

type Text =
  | { readonly ok: true; readonly text: string; readonly mode: number }
  /** Half a sentence. */
  | { readonly ok: false; readonly reason: string };

/** @returns `undefined` where there is no such file */
function readText(path: string): Text | undefined {
  let descriptor: number | undefined;
  try {
    // A pipe would keep us waiting for somebody to write into it. Windows has no such flag, and no bit is set.
    descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const { mode, size } = fstatSync(descriptor);
    if ((mode & 0o170000) !== 0o100000) return { ok: false, reason: "it is no file" };
    if (size > LARGEST_CONFIG)
      return { ok: false, reason: "it is larger than 1 MiB, and it should have a few lines" };
    const buffer = Buffer.alloc(LARGEST_CONFIG);
    const length = readSync(descriptor, buffer, 0, buffer.length, 0);
    return { ok: true, text: buffer.toString("utf8", 0, length), mode };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    const reason =
      code === "EACCES" || code === "EPERM"
        ? "its permissions do not let you"
        : `the system says ${code ?? "no"}`;
    return { ok: false, reason };
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}
