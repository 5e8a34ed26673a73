/** LiveKit's server and the Redis without which it has no SIP, on free loopback ports. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient } from "../../../livekit/client.ts";
import { startDaemon, type Daemon } from "./daemon.ts";
import { withFreePorts } from "./ports.ts";
import { findProgram } from "./programs.ts";
import { serverBinary } from "./server-binary.ts";
import { Unavailable } from "./unavailable.ts";

export interface Options {
  readonly apiKey: string;
  readonly apiSecret: string;
  readonly say: (line: string) => void;
  readonly stop?: AbortSignal | undefined;
}

export interface Servers {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Throws `Unavailable` where it cannot run. */
export async function startServers(options: Options): Promise<Servers> {
  const redis = findProgram("redis-server");
  if (redis === undefined) throw new Unavailable("[redis] redis-server is not installed");
  const livekit = await serverBinary(options);
  const folder = mkdtempSync(join(tmpdir(), "livekit-dispatch-server-"));
  const running: Daemon[] = [];
  const close = async (): Promise<void> => {
    for (const daemon of running.reverse()) await daemon.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const redisPort = await withFreePorts(1, async ([port = 0]) => {
      const daemon = startDaemon({ name: "redis-server", file: redis, folder, ...redisOn(port, folder) });
      running.push(daemon);
      await daemon.ready((log) => log.includes("Ready to accept connections"));
      return port;
    });
    const url = await withFreePorts(3, async (ports) => {
      const env = liveKitOn(ports, redisPort, options);
      const daemon = startDaemon({ name: "livekit-server", file: livekit, words: [], env, folder });
      running.push(daemon);
      const address = `http://127.0.0.1:${ports[0]!}`;
      // The log tells that this port is its own, and not that of another server with the same key.
      await daemon.ready((log) => log.includes("starting LiveKit server") && answersAt(address, options));
      return address;
    });
    return { url, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function redisOn(port: number, folder: string): { words: readonly string[]; env: NodeJS.ProcessEnv } {
  const words = [
    "--port",
    String(port),
    "--bind",
    "127.0.0.1",
    "--dir",
    folder,
    "--save",
    "",
    "--appendonly",
    "no",
  ];
  return { words, env: process.env };
}

/** All of the configuration goes through the environment: the secret is in no file and in no list of processes. */
function liveKitOn(
  [http, tcp, udp]: readonly (number | undefined)[],
  redis: number,
  { apiKey, apiSecret }: Options,
): NodeJS.ProcessEnv {
  const LIVEKIT_CONFIG = JSON.stringify({
    port: http,
    bind_addresses: ["127.0.0.1"],
    rtc: { tcp_port: tcp, udp_port: udp, use_external_ip: false, node_ip: "127.0.0.1" },
    redis: { address: `127.0.0.1:${redis}` },
    keys: { [apiKey]: apiSecret },
    logging: { level: "info" },
  });
  // What somebody has set for a server or a client of their own would come before the configuration.
  const foreign = /^(LIVEKIT_|REDIS_|NODE_IP$|UDP_PORT$)/;
  const rest = Object.entries(process.env).filter(([name]) => !foreign.test(name));
  return { ...Object.fromEntries(rest), LIVEKIT_CONFIG };
}

/** An open port is not enough: a call that needs Redis has to be answered. */
async function answersAt(url: string, { apiKey, apiSecret }: Options): Promise<boolean> {
  const client = createClient({ project: "test", url, apiKey, apiSecret });
  return (await client.rules.list()).ok;
}
