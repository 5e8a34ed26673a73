/** The LiveKit server to test against: found, or built with Go into a cache that outlives the checkout. */
import { mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { findProgram, isProgram, runProgram } from "./programs.ts";
import { Unavailable } from "./unavailable.ts";

/** Newer ones cannot be had from `go install`: their modules are replaced by others. */
export const VERSION = "1.13.5";
const MODULE = "github.com/livekit/livekit-server";
const GO_NEEDED = [1, 26] as const;

const MINUTE = 60_000;

interface Options {
  /** Says what takes long. */
  readonly say: (line: string) => void;
  readonly stop?: AbortSignal | undefined;
}

/** The path of a server that runs. Throws `Unavailable` where there is none and none can be built. */
export async function serverBinary(options: Options): Promise<string> {
  const folder = cacheFolder();
  const cached = join(folder, "livekit-server");
  for (const file of [cached, findProgram("livekit-server")])
    if (file !== undefined && (await versionOf(file)) === VERSION) return file;
  const go = await findGo(options);
  mkdirSync(folder, { recursive: true });
  const stage = mkdtempSync(join(folder, "build-"));
  try {
    await build(go, stage, options);
    // At once, so that two that build at the same time do not disturb each other.
    renameSync(join(stage, "server"), cached);
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
  return cached;
}

function cacheFolder(): string {
  const caches = process.env["XDG_CACHE_HOME"] ?? "";
  const folder = caches === "" ? join(homedir(), ".cache") : caches;
  return join(folder, "livekit-server-for-tests", `v${VERSION}`);
}

async function versionOf(file: string): Promise<string | undefined> {
  if (!isProgram(file)) return undefined;
  const { output } = await runProgram(file, ["--version"], { timeoutMs: MINUTE });
  return /version (\S+)/.exec(output)?.[1];
}

async function findGo({ stop }: Options): Promise<string> {
  const go = findProgram("go", ["/usr/local/go/bin"]);
  const needed = `Go ${GO_NEEDED.join(".")} or newer builds LiveKit's server ${VERSION}`;
  if (go === undefined) throw new Unavailable(`[go] ${needed}, and there is no Go`);
  const { output } = await runProgram(go, ["env", "GOVERSION"], { timeoutMs: MINUTE, stop });
  const [, major, minor] = /go(\d+)\.(\d+)/.exec(output) ?? [];
  const isNewEnough =
    Number(major) > GO_NEEDED[0] || (Number(major) === GO_NEEDED[0] && Number(minor) >= GO_NEEDED[1]);
  // Not "[go]": that there is a Go is what makes a skip wrong in CI.
  if (!isNewEnough) throw new Unavailable(`${needed}; here is ${output.trim()}`);
  // Tells "no network" from "does not build", which is a failure.
  const known = await runProgram(go, ["list", "-m", `${MODULE}@v${VERSION}`], {
    timeoutMs: 2 * MINUTE,
    stop,
  });
  if (!known.isFine) throw new Unavailable(`[go] no Go module proxy answers: ${known.lastLines}`);
  return go;
}

async function build(go: string, folder: string, { say, stop }: Options): Promise<void> {
  const words = ["install", `${MODULE}/cmd/server@v${VERSION}`];
  say(`$ ${go} ${words.join(" ")} (once; some minutes)`);
  const env = { ...process.env, GOBIN: folder, GOFLAGS: "" };
  const { isFine, lastLines } = await runProgram(go, words, { env, timeoutMs: 15 * MINUTE, stop });
  if (!isFine) throw new Error(`LiveKit's server ${VERSION} could not be built:\n${lastLines}`);
}
