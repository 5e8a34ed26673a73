/** Programs of this machine: where they are, and what they print. */
import { spawn } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

export function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** @param elsewhere folders in which it often is, although they are not on the `PATH` */
export function findProgram(name: string, elsewhere: readonly string[] = []): string | undefined {
  const folders = [...(process.env["PATH"] ?? "").split(delimiter), ...elsewhere];
  return folders
    .filter((folder) => folder !== "")
    .map((folder) => join(folder, name))
    .find(isProgram);
}

export interface Ended {
  readonly isFine: boolean;
  readonly output: string;
  /** What to tell of a failure. */
  readonly lastLines: string;
}

export interface Limits {
  readonly env?: NodeJS.ProcessEnv;
  readonly timeoutMs: number;
  readonly stop?: AbortSignal | undefined;
}

/** Runs a program to its end. One that is stopped or takes too long has failed. */
export function runProgram(file: string, words: readonly string[], limits: Limits): Promise<Ended> {
  const { env = process.env, timeoutMs, stop } = limits;
  return new Promise((resolve) => {
    const child = spawn(file, words, {
      env,
      stdio: ["ignore", "pipe", "pipe"],
      timeout: timeoutMs,
      // `go` takes its compilers down with it on this signal only.
      killSignal: "SIGINT",
      ...(stop && { signal: stop }),
    });
    let output = "";
    const keep = (data: Buffer): void => void (output += data.toString());
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    // Also when it is stopped; "close" still comes, unless it never started.
    child.on("error", (error) => {
      output += `\n${error.message}`;
      if (child.pid === undefined) resolve(ended(false, output));
    });
    child.on("close", (code, signal) => {
      if (signal !== null) output += `\nended by ${signal}`;
      resolve(ended(code === 0, output));
    });
  });
}

function ended(isFine: boolean, output: string): Ended {
  return { isFine, output, lastLines: lastLines(output) };
}

export function lastLines(text: string, count = 10): string {
  return text.trim().split("\n").slice(-count).join("\n");
}
