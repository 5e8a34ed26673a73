/** The servers that the same tests run against: the emulator in each of its shapes, and a real one where it is given. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readAddress } from "../../../livekit/address.ts";
import { createEmulator } from "../../../livekit/emulator/emulator.ts";
import { emulatorFetch } from "../../../livekit/emulator/fetch.ts";
import { listen } from "../../../livekit/emulator/http/node.ts";
import { openFileStore } from "../../../livekit/emulator/journal/node.ts";
import { canary, recordFolder } from "./canary.ts";
import type { Connection, FetchLike } from "../../../livekit/transport.ts";

export const KEY = { apiKey: "devkey", apiSecret: canary("emulator") };

export interface OpenServer {
  readonly connection: Connection;
  /** Absent: over the network. */
  readonly fetch?: FetchLike;
  readonly close: () => Promise<void>;
}

export interface ServerUnderTest {
  readonly name: string;
  /** Why it cannot run here. */
  readonly skip?: string;
  readonly isReal?: boolean;
  readonly open: () => Promise<OpenServer>;
}

function connection(url: string): Connection {
  return { project: "test", url, ...KEY };
}

async function overHttp(store?: Awaited<ReturnType<typeof openFileStore>>): Promise<OpenServer> {
  const server = await listen(createEmulator({ ...KEY, ...(store && { store: store.store }) }));
  return {
    connection: connection(server.url),
    close: async () => {
      await server.close();
      await store?.close();
    },
  };
}

export const emulators: readonly ServerUnderTest[] = [
  {
    name: "the emulator, called directly",
    open: () =>
      Promise.resolve({
        connection: connection("http://emulator.localhost"),
        fetch: emulatorFetch(createEmulator(KEY)),
        close: () => Promise.resolve(),
      }),
  },
  { name: "the emulator over HTTP", open: () => overHttp() },
  {
    name: "the emulator over HTTP, with a file",
    open: async () => {
      const folder = await mkdtemp(join(tmpdir(), "emulator-"));
      const opened = await overHttp(await openFileStore(join(folder, "store")));
      return {
        ...opened,
        close: async () => {
          await opened.close();
          recordFolder(folder);
          await rm(folder, { recursive: true });
        },
      };
    },
  },
];

/** These tests delete everything, so they only ever touch a server on this machine. */
function realServer(): ServerUnderTest {
  const {
    LIVEKIT_URL: url = "",
    LIVEKIT_API_KEY: apiKey = "",
    LIVEKIT_API_SECRET: apiSecret = "",
  } = process.env;
  const reading = readAddress(url);
  const name = "a real LiveKit server";
  const open = (): Promise<OpenServer> =>
    Promise.resolve({
      connection: { project: "real", url, apiKey, apiSecret },
      close: () => Promise.resolve(),
    });
  if (!reading.ok || apiKey === "" || apiSecret === "")
    return {
      name,
      isReal: true,
      open,
      // The test layer that starts the server knows why it could not.
      skip:
        process.env["REAL_SERVER_MISSING"] ??
        "cannot run here: no LIVEKIT_URL, LIVEKIT_API_KEY and LIVEKIT_API_SECRET",
    };
  if (!reading.address.isLoopback)
    return { name, isReal: true, open, skip: "cannot run here: LIVEKIT_URL is not on this machine" };
  return { name, isReal: true, open };
}

export const servers: readonly ServerUnderTest[] = [...emulators, realServer()];
