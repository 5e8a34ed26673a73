/** A server program that runs until it is stopped. Nothing of it is printed unless it fails. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { lastLines } from "./programs.ts";

const KEPT = 100_000;

export interface Daemon {
  /** Waits until it is ready; throws with its last lines when it ends before, or takes too long. */
  readonly ready: (isReady: (log: string) => boolean | Promise<boolean>) => Promise<void>;
  readonly stop: () => Promise<void>;
}

interface Start {
  readonly name: string;
  readonly file: string;
  readonly words: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly folder: string;
}

export function startDaemon({ name, file, words, env, folder }: Start): Daemon {
  const child = spawn(file, words, { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] });
  let log = "";
  const keep = (data: Buffer | string): void => void (log = (log + data.toString()).slice(-KEPT));
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  child.on("error", (error) => keep(`${error.message}\n`));
  const ended = once(child, "exit").catch(() => undefined);
  const isRunning = (): boolean =>
    child.pid !== undefined && child.exitCode === null && child.signalCode === null;
  const killNow = (): void => void child.kill("SIGKILL");
  process.once("exit", killNow);

  return {
    async ready(isReady) {
      const end = Date.now() + 30_000;
      while (!(await isReady(log))) {
        if (!isRunning()) throw new Error(`${name} has ended:\n${lastLines(log)}`);
        if (Date.now() > end) throw new Error(`${name} does not get ready:\n${lastLines(log)}`);
        await pause(25);
      }
    },
    async stop() {
      process.off("exit", killNow);
      if (!isRunning()) return;
      child.kill("SIGTERM");
      // LiveKit waits for its participants on the first signal, and ends on the second.
      const again = setTimeout(() => child.kill("SIGTERM"), 500);
      const last = setTimeout(killNow, 5000);
      await ended;
      clearTimeout(again);
      clearTimeout(last);
    },
  };
}
