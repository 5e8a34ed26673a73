/** The emulator as an HTTP server on this machine's loopback address. Only for Node. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Emulator } from "../emulator.ts";
import { answerRefused } from "./refused/node.ts";
import { respondText, type EmulatorResponse } from "../exchange.ts";

/** In bytes. LiveKit 1.13.5 has no limit, later ones 10 MiB; a longer body is not read to its end. */
const LONGEST_BODY = 64 * 1024 * 1024;
/** How long a request that is under way may take when the server closes, in milliseconds. */
const GRACE = 1000;
const LOOPBACK = "127.0.0.1";

export interface ListeningEmulator {
  readonly url: string;
  /** Ends what is under way and frees the port. */
  readonly close: () => Promise<void>;
}

/** @param port 0 for any free one. Rejects with Node's error where it cannot be had (`EADDRINUSE`, `EACCES`). */
export async function listen(emulator: Emulator, port = 0): Promise<ListeningEmulator> {
  // A request without a Host header is refused below, in Go's words.
  const server = createServer({ requireHostHeader: false }, (request, response) => {
    void serve(emulator, request, response);
  });
  // Go closes no connection because nobody uses it; a client that was busy would run into that.
  server.keepAliveTimeout = 0;
  server.on("clientError", (error, socket) => {
    void answerRefused(emulator, error, socket);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, LOOPBACK, () => {
      server.off("error", reject);
      resolve();
    });
  });
  const { port: actual } = server.address() as AddressInfo;
  return { url: `http://${LOOPBACK}:${actual}`, close: () => close(server) };
}

async function close(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), GRACE).unref();
  });
}

async function serve(emulator: Emulator, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    if (request.httpVersion === "1.1" && request.headers.host === undefined) {
      refuseWithoutHost(response);
      return;
    }
    const body = await readBody(request);
    const answer = body
      ? await emulator.handle({
          method: request.method ?? "",
          path: targetOf(request),
          headers: headersOf(request),
          body,
        })
      : tooLarge(response);
    send(response, answer);
  } catch {
    // The client has gone, or this is a bug of ours: neither has anyone to tell more.
    if (response.headersSent) response.destroy();
    else send(response, respondText(500, "internal error"));
  }
}

/** A proxy is asked with the whole address; what counts is its path. */
function targetOf({ url = "/" }: IncomingMessage): string {
  const path = url.replace(/^https?:\/\/[^/?#]*/i, "");
  return path.startsWith("/") ? path : `/${path}`;
}

/** net/http, server.go, `readRequest`. */
function refuseWithoutHost(response: ServerResponse): void {
  const reason = "Bad Request: missing required Host header";
  response.writeHead(400, reason, { "content-type": "text/plain; charset=utf-8", connection: "close" });
  response.end(`400 ${reason}`);
}

/** Go joins what comes twice nowhere; Node joins it with a comma, but for the headers that matter here. */
function headersOf(request: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(", ") : value;
  return headers;
}

/** @returns `undefined` for a body that is too long */
async function readBody(request: IncomingMessage): Promise<Uint8Array | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > LONGEST_BODY) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(response: ServerResponse): EmulatorResponse {
  // The rest of the body stays unread, so the connection cannot be used again.
  response.setHeader("connection", "close");
  return respondText(413, "request body too large");
}

function send(response: ServerResponse, { status, headers, body }: EmulatorResponse): void {
  const length = status === 204 ? {} : { "content-length": String(body.length) };
  response.writeHead(status, { ...headers, ...length });
  response.end(body);
}
