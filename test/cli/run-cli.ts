/** Runs the command line as it ships, in a process of its own. */
import { spawn, type ChildProcess } from "node:child_process";
import path from "node:path";
import { build } from "esbuild";
import { buildOptions, ENTRIES } from "../../scripts/build/entries.mjs";
import { stripExamplesPlugin } from "../../scripts/build/strip-examples.mjs";
import { recordOutput } from "../livekit/support/canary.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const root = path.resolve(import.meta.dirname, "../..");
export const program = path.join(temporaryFolder(), "livekit-dispatch.mjs");
await bundle();

/** What is tested is the source as it is now, not what somebody built before. */
async function bundle(): Promise<void> {
  const entry = ENTRIES.find(({ name }) => name === "livekit-dispatch")!;
  const options = buildOptions(entry, { root, development: false });
  await build({ ...options, outdir: path.dirname(program), plugins: [stripExamplesPlugin] });
}

/** A user that owns nothing. */
const NOBODY = 65534;

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Circumstances {
  readonly cwd?: string;
  /** `null`: it stays open, and nothing comes. */
  readonly stdin?: string | Uint8Array | null;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Not as root, whom no permission holds back. */
  readonly asNobody?: boolean;
  /** Stops reading after so many bytes and goes away, as `head` does. */
  readonly readsOnly?: number;
  /** Gets the process, to send it a signal. */
  readonly started?: (child: ChildProcess) => void;
}

export function cli(
  words: readonly string[],
  { cwd = root, stdin = "", env, readsOnly, asNobody = false, started }: Circumstances = {},
): Promise<Ran> {
  const neutral = { GITHUB_WORKSPACE: undefined, FORCE_COLOR: undefined, NO_COLOR: undefined };
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...words], {
      cwd,
      env: { ...process.env, ...neutral, ...env },
      ...(asNobody && process.getuid?.() === 0 && { uid: NOBODY, gid: NOBODY }),
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    let length = 0;
    child.stdout.on("data", (chunk: Buffer) => {
      out.push(chunk);
      length += chunk.length;
      if (readsOnly !== undefined && length >= readsOnly) child.stdout.destroy();
    });
    child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
    child.on("error", reject);
    child.on("close", (code) => {
      const ran = { code, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() };
      recordOutput(ran.stdout + ran.stderr);
      resolve(ran);
    });
    // A command that does not read its input has closed it.
    child.stdin.on("error", () => {});
    if (stdin !== null) child.stdin.end(stdin);
    started?.(child);
  });
}
