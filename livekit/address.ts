/** Where a project's LiveKit server is, as people write it down and as requests need it. */

export interface ServerAddress {
  /** Scheme, host and port, and a path where one was given; without a slash at the end. */
  readonly base: string;
  /** Host and port, for words. */
  readonly host: string;
  readonly isLoopback: boolean;
  /** The secret's token and every answer cross the network in clear text. */
  readonly isInsecure: boolean;
}

export type AddressProblem = "empty" | "not-an-address" | "scheme" | "credentials";

export type AddressReading =
  | { readonly ok: true; readonly address: ServerAddress }
  | { readonly ok: false; readonly problem: AddressProblem };

/** LiveKit's documentation writes addresses for its own protocol over WebSocket; the API is on the same host. */
const SCHEMES: Readonly<Record<string, string>> = {
  "https:": "https:",
  "http:": "http:",
  "wss:": "https:",
  "ws:": "http:",
};

/**
 * @param text with or without a scheme: `wss://my-project.livekit.cloud`, `localhost:7880`. Without one, `https` is
 *   meant, and on this machine `http`, because a development server has no certificate.
 */
export function readAddress(text: string): AddressReading {
  const trimmed = text.trim();
  if (trimmed === "") return { ok: false, problem: "empty" };
  const url = parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `missing://${trimmed}`);
  if (!url || url.hostname === "") return { ok: false, problem: "not-an-address" };
  if (url.username !== "" || url.password !== "") return { ok: false, problem: "credentials" };
  const isLoopback = isLoopbackHost(url.hostname);
  const scheme = url.protocol === "missing:" ? (isLoopback ? "http:" : "https:") : SCHEMES[url.protocol];
  if (scheme === undefined) return { ok: false, problem: "scheme" };
  // Parsed once more with the final scheme, which knows its own standard port.
  const final = parse(`${scheme}//${url.host}${url.pathname}`);
  if (!final) return { ok: false, problem: "not-an-address" };
  const base = final.origin + final.pathname.replace(/\/+$/, "");
  const isInsecure = scheme === "http:" && !isLoopback;
  return { ok: true, address: { base, host: final.host, isLoopback, isInsecure } };
}

function parse(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

/** @param host as `URL` gives it: an IPv6 address in brackets */
function isLoopbackHost(host: string): boolean {
  const name = host.toLowerCase();
  return (
    name === "localhost" ||
    name.endsWith(".localhost") ||
    name === "[::1]" ||
    /^127(?:\.\d{1,3}){3}$/.test(name)
  );
}
