/** Free ports on the loopback interface. */
import { once } from "node:events";
import { createServer, type AddressInfo, type Server } from "node:net";

/** So many different ones: all are held open together. */
async function freePorts(count: number): Promise<readonly number[]> {
  const held = Array.from({ length: count }, (): Server => createServer().listen(0, "127.0.0.1"));
  await Promise.all(held.map((server) => once(server, "listening")));
  const ports = held.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(held.map((server) => once(server.close(), "close")));
  return ports;
}

const ATTEMPTS = 5;

/** Somebody else may take a port before it is used: then with others. */
export async function withFreePorts<T>(
  count: number,
  start: (ports: readonly number[]) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++)
    try {
      return await start(await freePorts(count));
    } catch (error) {
      if (attempt === ATTEMPTS || !/in use|EADDRINUSE/i.test(String(error))) throw error;
    }
}
