/** LiveKit's service as it is emulated, over HTTP, with answers that a test holds back, and many rules if it wants them. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { createEmulator } from "../../../livekit/emulator/emulator.ts";
import { Store } from "../../../livekit/emulator/store.ts";
import type { Fields } from "../../../livekit/emulator/message-value.ts";
import { KEY, type OpenServer } from "../../livekit/support/servers.ts";

export interface HoldingServer extends OpenServer {
  /** Calls that were carried out, in their order. */
  readonly done: readonly string[];
  /** The next call of this name is carried out at once, and answered when `release` is called. */
  hold(call: string): Hold;
}

export interface Hold {
  /** Resolves when the call was carried out. */
  readonly reached: Promise<void>;
  readonly release: () => void;
}

/** @param port 0 for any free one */
export async function startHoldingServer(rules: readonly Fields[] = [], port = 0): Promise<HoldingServer> {
  const store = new Store();
  for (const rule of rules) store.put("rule", String(rule["sipDispatchRuleId"]), rule);
  const emulator = createEmulator({ ...KEY, store });
  const done: string[] = [];
  const holds = new Map<string, { reach: () => void; released: Promise<void> }>();
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => void serve(request, response));
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const { method = "", url: path = "" } = request;
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    );
    const answer = await emulator.handle({ method, path, headers, body: Buffer.concat(chunks) });
    const call = path.slice(path.lastIndexOf("/") + 1);
    done.push(call);
    const hold = holds.get(call);
    holds.delete(call);
    hold?.reach();
    await hold?.released;
    response.writeHead(answer.status, answer.headers);
    response.end(answer.body);
  }

  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    connection: { project: "test", url, ...KEY },
    done,
    hold(call) {
      let reach = (): void => undefined;
      let release = (): void => undefined;
      const reached = new Promise<void>((resolve) => (reach = resolve));
      const released = new Promise<void>((resolve) => (release = resolve));
      holds.set(call, { reach, released });
      return { reached, release };
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
