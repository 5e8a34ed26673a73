/** A LiveKit project that a user has set up somewhere, and what is found in the places where one can be. */
import { readAddress } from "../address.ts";
import type { Connection } from "../transport.ts";
import type { Secret } from "./secret.ts";

export interface Project {
  /** What the user calls it; for one without a name the place that it comes from. */
  readonly name: string;
  /** As it was written; see `readAddress`. */
  readonly url: string;
  readonly apiKey: string;
  readonly apiSecret: Secret;
  /** The place that it comes from, for words: a file, the environment. */
  readonly place: string;
}

/** What stands in one place of the three things that a project needs; none of them is empty. */
export interface Credentials {
  readonly url?: string | undefined;
  readonly apiKey?: string | undefined;
  readonly apiSecret?: Secret | undefined;
}

/** `lk`'s address where none is given (livekit-cli, cmd/lk/utils.go, flag `url`). */
export const LOCAL_SERVER = "http://localhost:7880";

/** Host and port, for words; the address as written where it is none. */
export function hostOf(url: string): string {
  const reading = readAddress(url);
  return reading.ok ? reading.address.host : url.trim();
}

/** The same server, however its address is written. */
export function isSameServer(one: string, other: string): boolean {
  const [a, b] = [readAddress(one), readAddress(other)];
  return a.ok && b.ok ? a.address.base === b.address.base : one.trim() === other.trim();
}

/** What is missing for calls, by the names of `lk project add`'s options. */
export function missingIn({ url, apiKey, apiSecret }: Project): string[] {
  const missing = [];
  if (url.trim() === "") missing.push("url");
  if (apiKey === "") missing.push("api_key");
  if (apiSecret.isEmpty) missing.push("api_secret");
  return missing;
}

/** The one place where a project's secret is taken out, for the client to sign tokens with. */
export function connectionTo({ name, url, apiKey, apiSecret }: Project): Connection {
  return { project: name, url, apiKey, apiSecret: apiSecret.reveal() };
}
