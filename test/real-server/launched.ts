/** The launcher, run as `npm test` runs it. */
import { spawn, type ChildProcessByStdio } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import type { Readable, Writable } from "node:stream";
import { text } from "node:stream/consumers";

const root = path.resolve(import.meta.dirname, "../..");

export interface Launched {
  readonly child: ChildProcessByStdio<Writable, Readable, Readable>;
  /** Its one line, or nothing. */
  readonly answer: Promise<{ readonly url?: string; readonly unavailable?: string }>;
  readonly ended: Promise<{ readonly code: number | null; readonly stderr: string }>;
}

export function launch(env: Readonly<Record<string, string>>): Launched {
  const child = spawn(process.execPath, ["--import", "tsx", "test/real-server/start.ts"], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ["pipe", "pipe", "pipe"],
  });
  const line = Promise.race([once(child.stdout, "data"), once(child.stdout, "end")]);
  const stderr = text(child.stderr);
  return {
    child,
    answer: line.then(([data = "{}"]) => JSON.parse(String(data)) as { url?: string; unavailable?: string }),
    ended: once(child, "close").then(async ([code]) => ({
      code: code as number | null,
      stderr: await stderr,
    })),
  };
}
