/**
 * One call of LiveKit's API: Twirp over JSON with `fetch`. It is sent once and never again by itself, does not follow
 * redirects, can be cancelled, and ends in an `Outcome` whatever happens.
 */
import type { JsonTree } from "../core/json/tree.ts";
import { signToken, type Grant } from "./access-token.ts";
import { readAddress } from "./address.ts";
import { readAnswer } from "./answer.ts";
import { networkFailure } from "./network-failure.ts";
import { failed, type Effect, type Outcome } from "./outcome.ts";

/** As much of `fetch` as is needed; the global one unless another is given. */
export type FetchLike = (url: string, init?: RequestInit) => Promise<Response>;

/** A project of LiveKit and the right to speak for it. */
export interface Connection {
  /** What the user calls it. */
  readonly project: string;
  /** As the user wrote it; see `readAddress`. */
  readonly url: string;
  readonly apiKey: string;
  readonly apiSecret: string;
}

export interface CallOptions {
  readonly signal?: AbortSignal;
}

export interface TransportOptions {
  readonly fetch?: FetchLike;
  /** How long a call may take in all; ten seconds, as with `lk`. */
  readonly timeoutMs?: number;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** Ends every call, beside the signal that a call has of its own. */
  readonly signal?: AbortSignal | undefined;
}

export interface ApiCall {
  readonly service: "SIP" | "RoomService";
  readonly method: string;
  readonly grant: Grant;
  /** JSON text. */
  readonly body: string;
  /** Whether it changes anything on the server. */
  readonly writes: boolean;
  /** What it is about, for an answer that there is no such thing. */
  readonly subject?: { readonly what: string; readonly id: string };
}

/** The answer is a JSON object without a flaw; `tree.text` is exactly what the server sent. */
export type Transport = (call: ApiCall, options?: CallOptions) => Promise<Outcome<JsonTree>>;

const TEN_SECONDS = 10_000;
/** Looked up for each call: an editor may put its own, which knows its proxy, in the place of the first one. */
const globalFetch: FetchLike = (url, init) => fetch(url, init);

export function createTransport(connection: Connection, options: TransportOptions = {}): Transport {
  const { fetch: send = globalFetch, timeoutMs = TEN_SECONDS, now = Date.now, signal: always } = options;
  const { apiKey, apiSecret } = connection;
  const reading = readAddress(connection.url);
  return async (call, { signal: own } = {}) => {
    const signals = [always, own].filter((signal) => signal !== undefined);
    const isCancelled = (): boolean => signals.some(({ aborted }) => aborted);
    if (!reading.ok)
      return failed({ kind: "unreachable", reason: "address", detail: reading.problem, effect: "none" });
    if (apiKey === "" || apiSecret === "")
      return failed({ kind: "unauthorized", reason: "missing-credentials" });
    const token = await signToken(apiKey, apiSecret, call.grant);
    if (isCancelled()) return failed({ kind: "cancelled", effect: "none" });
    const effect: Effect = call.writes ? "unknown" : "none";
    const timer = new AbortController();
    const timeout = setTimeout(() => timer.abort(), timeoutMs);
    let status: number | undefined;
    try {
      const response = await send(`${reading.address.base}/twirp/livekit.${call.service}/${call.method}`, {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
        body: call.body,
        redirect: "manual",
        credentials: "omit",
        signal: AbortSignal.any([...signals, timer.signal]),
      });
      status = response.status;
      const text = await response.text();
      return readAnswer(response, text, { call, effect, secrets: [token, apiSecret], now: now() });
    } catch (error) {
      if (isCancelled()) return failed({ kind: "cancelled", effect });
      if (timer.signal.aborted) return failed({ kind: "timeout", milliseconds: timeoutMs, effect });
      if (status !== undefined) return failed({ kind: "protocol", reason: "cut-off", status, effect });
      return failed(networkFailure(error, effect));
    } finally {
      clearTimeout(timeout);
    }
  };
}
