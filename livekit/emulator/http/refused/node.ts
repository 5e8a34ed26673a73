/** Requests that Node's parser refuses and Go's does not, or refuses in other words (net/http, request.go). */
import { STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import type { Emulator } from "../../emulator.ts";
import { respondText, type EmulatorResponse } from "../../exchange.ts";

/** A method is any token of RFC 9110; Node knows a list of them. */
const REQUEST_LINE = /^([!#$%&'*+.^_`|~\w-]+) (\S+) HTTP\/1\.[01]$/;

interface ParserError extends Error {
  readonly code?: string;
  readonly rawPacket?: Uint8Array;
}

/** For `clientError`. The rest of the connection cannot be read, so it ends with the answer. */
export async function answerRefused(emulator: Emulator, error: ParserError, socket: Duplex): Promise<void> {
  if (!socket.writable || error.code === "ECONNRESET") {
    socket.destroy();
    return;
  }
  const isMethod = error.code === "HPE_INVALID_METHOD" && error.rawPacket !== undefined;
  const answer = isMethod ? await answerAnyMethod(emulator, error.rawPacket) : undefined;
  socket.end(asBytes(answer ?? respondText(400, "400 Bad Request")));
}

async function answerAnyMethod(
  emulator: Emulator,
  packet: Uint8Array,
): Promise<EmulatorResponse | undefined> {
  const [head = ""] = Buffer.from(packet).toString("latin1").split("\r\n\r\n", 1);
  const [line = "", ...fields] = head.split("\r\n");
  const [, method, path] = REQUEST_LINE.exec(line) ?? [];
  if (method === undefined || path === undefined) return undefined;
  const headers: Record<string, string> = {};
  for (const field of fields) {
    const [, name = "", value = ""] = /^([^:]+):\s*(.*?)\s*$/.exec(field) ?? [];
    headers[name.toLowerCase()] ??= value;
  }
  return emulator.handle({ method, path, headers, body: new Uint8Array() });
}

function asBytes({ status, headers, body }: EmulatorResponse): Uint8Array {
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}`,
    ...Object.entries({ ...headers, "content-length": String(body.length), connection: "close" }).map(
      ([name, value]) => `${name}: ${value}`,
    ),
  ];
  return Buffer.concat([Buffer.from(`${lines.join("\r\n")}\r\n\r\n`, "latin1"), body]);
}
