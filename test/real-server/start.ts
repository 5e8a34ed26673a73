/**
 * Runs a real LiveKit server, as a process of its own, for tests and for trying things by hand:
 *
 *     node --import tsx test/real-server/start.ts
 *
 * Takes the key pair from `LIVEKIT_API_KEY` and `LIVEKIT_API_SECRET`, or else that of `lk --dev`. Prints one line of
 * JSON: `{"url"}` once the server answers, or `{"unavailable"}` with the reason why it cannot run here (exit code 3).
 * Ends at the end of its standard input, so that it never outlives whoever started it, and on a signal.
 */
import { once } from "node:events";
import { startServers } from "./launch/servers.ts";
import { Unavailable } from "./launch/unavailable.ts";

const stop = new AbortController();
for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, () => stop.abort());
for (const event of ["end", "error", "close"]) process.stdin.once(event, () => stop.abort());
process.stdin.resume();

const { LIVEKIT_API_KEY: apiKey = "devkey", LIVEKIT_API_SECRET: apiSecret = "secret" } = process.env;
try {
  const say = (line: string): void => console.error(line);
  const servers = await startServers({ apiKey, apiSecret, say, stop: stop.signal });
  try {
    console.log(JSON.stringify({ url: servers.url }));
    if (!stop.signal.aborted) await once(stop.signal, "abort");
  } finally {
    await servers.close();
  }
} catch (error) {
  if (error instanceof Unavailable) {
    console.log(JSON.stringify({ unavailable: error.message }));
    process.exitCode = 3;
  } else if (!stop.signal.aborted) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
process.stdin.destroy();
