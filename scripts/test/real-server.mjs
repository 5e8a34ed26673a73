// @ts-check
// Starts the real LiveKit server that the tests of a layer talk to (test/real-server/start.ts), and stops it.
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { root } from "./layers.mjs";

/**
 * @typedef {object} RealServer
 * @property {Readonly<Record<string, string>>} env how the tests find it, or the reason why it cannot run here
 * @property {boolean} [isBroken] it could run here, and did not start: it has said why
 * @property {() => Promise<void>} close
 */

/** @param {import("./run-layer.mjs").Circumstances} circumstances @returns {Promise<RealServer>} */
export async function startRealServer({ stop, run, search, print }) {
  const keys = {
    LIVEKIT_API_KEY: `test-${randomBytes(6).toString("hex")}`,
    LIVEKIT_API_SECRET: `${run.mark}-${randomBytes(16).toString("hex")}`,
  };
  const words = ["--import", "tsx", "test/real-server/start.ts"];
  const child = spawn(process.execPath, words, {
    cwd: root,
    env: { ...process.env, ...run.env, ...keys },
    // It ends with its standard input, thus also when we are killed.
    stdio: ["pipe", "pipe", "pipe"],
  });
  const errors = search.stream("what the launcher of the real server says");
  child.stderr.on("data", (chunk) => {
    errors.take(chunk);
    print(chunk);
  });
  const ended = once(child, "close");
  const close = async () => {
    child.stdin.end();
    await ended;
    errors.end();
  };
  child.stdin.on("error", () => {}); // it may have ended already
  const end = () => child.stdin.end();
  stop.addEventListener("abort", end, { once: true });
  if (stop.aborted) end();

  for await (const line of createInterface({ input: child.stdout })) {
    const { url, unavailable } = JSON.parse(line);
    if (url !== undefined) return { env: { ...keys, LIVEKIT_URL: url }, close };
    return { env: { REAL_SERVER_MISSING: `cannot run here: ${unavailable}` }, close };
  }
  return { env: {}, isBroken: true, close };
}
