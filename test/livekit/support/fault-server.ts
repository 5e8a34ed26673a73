/** A server that does one thing wrong, and keeps count of what reached it. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";

export type Fault = (response: ServerResponse, request: IncomingMessage) => void;

export interface FaultServer {
  readonly url: string;
  /** Bodies of the requests, in order. */
  readonly bodies: readonly string[];
  /** Tokens that came with them. */
  readonly tokens: readonly string[];
  close(): Promise<void>;
}

export async function startFaultServer(fault: Fault): Promise<FaultServer> {
  const bodies: string[] = [];
  const tokens: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      bodies.push(Buffer.concat(chunks).toString());
      tokens.push((request.headers.authorization ?? "").slice("Bearer ".length));
      fault(response, request);
    });
  });
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    bodies,
    tokens,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** An answer with this status, type and body. */
export function answer(
  status: number,
  contentType: string,
  body: string | ((token: string) => string),
  headers: Readonly<Record<string, string>> = {},
): Fault {
  return (response, request) => {
    const token = (request.headers.authorization ?? "").slice("Bearer ".length);
    response.writeHead(status, { "content-type": contentType, ...headers });
    response.end(typeof body === "string" ? body : body(token));
  };
}

export const json = (status: number, body: object, headers?: Readonly<Record<string, string>>): Fault =>
  answer(status, "application/json", JSON.stringify(body), headers);

export const text = (status: number, body: string | ((token: string) => string)): Fault =>
  answer(status, "text/plain; charset=utf-8", body);

export const page = (status: number): Fault =>
  answer(status, "text/html", "<!DOCTYPE html><html><title>Sign in</title><p>canary-page</p></html>");
