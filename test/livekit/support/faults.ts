/** Everything that can come back instead of an answer, and what the client makes of it. */
import type { Failure } from "../../../livekit/outcome.ts";
import { answer, json, page, text, type Fault } from "./fault-server.ts";

export interface FaultCase {
  readonly name: string;
  readonly fault: Fault;
  /** What the failure of a list is; `effect` is left out where a change would differ in nothing but it. */
  readonly failure: Partial<Failure>;
  /** Whether a change may have been made; absent: the failure has no effect to speak of. */
  readonly effectOfWrite?: "none" | "unknown";
  readonly words: RegExp;
}

const HOUR = 3_600_000;
/** What the client's clock says, in milliseconds. */
export const NOW = Date.UTC(2026, 0, 1);
const later = { date: new Date(NOW + HOUR).toUTCString() };
const earlier = { date: new Date(NOW - HOUR).toUTCString() };
const rightNow = { date: new Date(NOW).toUTCString() };
const oldText = (reason: string) => (token: string) => `invalid token: ${token}, error: ${reason}`;
const expired = "token has invalid claims: token is expired";
const notYet = "token has invalid claims: token is not valid yet";
const signature = "token signature is invalid: signature is invalid";
const plain = "text/plain; charset=utf-8";

const redirect = (status: number, location: string): Fault => answer(status, plain, "", { location });

export const FAULTS: readonly FaultCase[] = [
  {
    name: "401 of 1.13.5: wrong secret, with the whole token in it",
    fault: answer(401, plain, oldText(signature), rightNow),
    failure: { kind: "unauthorized", reason: "wrong-secret" },
    words: /secret does not belong to this API key/,
  },
  {
    name: "401 of 1.13.6: wrong secret",
    fault: text(401, `invalid authorization token: ${signature}`),
    failure: { kind: "unauthorized", reason: "wrong-secret" },
    words: /Copy the secret again/,
  },
  {
    name: "401: unknown key",
    fault: text(401, "invalid API key: APIcanary"),
    failure: { kind: "unauthorized", reason: "unknown-key" },
    words: /does not know this API key/,
  },
  {
    name: "401: the server's clock is an hour ahead",
    fault: answer(401, plain, oldText(expired), later),
    failure: { kind: "unauthorized", reason: "clock", clockAhead: 3600 },
    words: /this computer's clock is 60 minutes behind the server's/,
  },
  {
    name: "401: the server's clock is an hour behind",
    fault: answer(401, plain, oldText(notYet), earlier),
    failure: { kind: "unauthorized", reason: "clock", clockAhead: -3600 },
    words: /this computer's clock is 60 minutes ahead of the server's/,
  },
  {
    name: "401: anything else",
    fault: answer(401, plain, (token) => `canary text with ${token}`, rightNow),
    failure: { kind: "unauthorized", reason: "unexplained" },
    words: /does not accept the token/,
  },
  {
    name: "401 as a page",
    fault: answer(401, "text/html", "<html>canary</html>", rightNow),
    failure: { kind: "unauthorized", reason: "unexplained" },
    words: /Check address, API key and secret/,
  },
  {
    name: "401 in JSON: the token lacks the grant",
    fault: json(401, { code: "unauthenticated", msg: "permissions denied" }),
    failure: { kind: "forbidden", status: 401, grant: "sip.admin" },
    words: /does not have the grant `sip\.admin`/,
  },
  {
    name: "403 in JSON",
    fault: json(403, { code: "permission_denied", msg: "SIP is not part of this plan" }),
    failure: { kind: "forbidden", status: 403, grant: "sip.admin", message: "SIP is not part of this plan" },
    words: /forbids this: SIP is not part of this plan/,
  },
  {
    name: "403 as a page",
    fault: page(403),
    failure: { kind: "forbidden", status: 403, grant: "sip.admin" },
    words: /Use an API key that may do this/,
  },
  {
    name: "404 page not found: a path that is not LiveKit's",
    fault: text(404, "404 page not found\n"),
    failure: { kind: "protocol", reason: "path", status: 404 },
    effectOfWrite: "none",
    words: /LiveKit's API is not at this address/,
  },
  {
    name: "404 bad_route: a server without this call",
    fault: json(404, { code: "bad_route", msg: "no handler for path" }),
    failure: { kind: "protocol", reason: "call", status: 404 },
    effectOfWrite: "none",
    words: /does not know the call/,
  },
  {
    name: "407 of a proxy, of which Node's fetch makes an error without a word",
    fault: page(407),
    failure: { kind: "unreachable", reason: "unexplained" },
    effectOfWrite: "unknown",
    words: /Check the address, the network and the proxy/,
  },
  {
    name: "409",
    fault: text(409, "somebody else was faster"),
    failure: { kind: "conflict", message: "somebody else was faster" },
    words: /reports a conflict: somebody else was faster/,
  },
  {
    name: "413 as text",
    fault: text(413, "request body too large"),
    failure: { kind: "rejected", reason: "too-large", status: 413 },
    effectOfWrite: "none",
    words: /too large/,
  },
  {
    name: "429 as a page",
    fault: page(429),
    failure: { kind: "rejected", reason: "too-many", status: 429, message: "" },
    effectOfWrite: "none",
    words: /too many requests/,
  },
  {
    name: "500: no Redis",
    fault: json(500, { code: "internal", msg: "twirp error unknown: sip not connected (redis required)" }),
    failure: { kind: "rejected", reason: "no-redis", status: 500, code: "internal" },
    effectOfWrite: "none",
    words: /runs without Redis/,
  },
  {
    name: "500: Redis was lost",
    fault: json(500, { code: "unknown", msg: "dial tcp 127.0.0.1:6379: connect: connection refused" }),
    failure: { kind: "rejected", reason: "store", status: 500, code: "unknown" },
    effectOfWrite: "unknown",
    words: /cannot reach its store: dial tcp 127\.0\.0\.1:6379/,
  },
  {
    name: "500 as a page",
    fault: page(500),
    failure: { kind: "rejected", reason: "server", status: 500, message: "" },
    effectOfWrite: "unknown",
    words: /failed with status 500/,
  },
  {
    name: "502 as a page",
    fault: page(502),
    failure: { kind: "unreachable", reason: "gateway", detail: "502" },
    effectOfWrite: "unknown",
    words: /A gateway answers in the server's place/,
  },
  {
    name: "503 in JSON",
    fault: json(503, { code: "unavailable", msg: "twirp error unknown: no response from servers" }),
    failure: { kind: "unreachable", reason: "gateway", detail: "503" },
    effectOfWrite: "unknown",
    words: /status 503/,
  },
  {
    name: "a page with 200",
    fault: page(200),
    failure: { kind: "protocol", reason: "html", status: 200 },
    effectOfWrite: "unknown",
    words: /A web page came back instead of LiveKit's answer/,
  },
  {
    name: "a text with 200",
    fault: text(200, "OK"),
    failure: { kind: "protocol", reason: "not-json", status: 200 },
    effectOfWrite: "unknown",
    words: /no JSON/,
  },
  {
    name: "half a JSON with 200",
    fault: answer(200, "application/json", `{"items":[{"sip_dispatch_rule_id":"SDR_`),
    failure: { kind: "protocol", reason: "cut-off", status: 200 },
    effectOfWrite: "unknown",
    words: /cut off/,
  },
  {
    name: "an empty answer with 200",
    fault: answer(200, "application/json", ""),
    failure: { kind: "protocol", reason: "cut-off", status: 200 },
    effectOfWrite: "unknown",
    words: /cut off/,
  },
  {
    name: "204",
    fault: (response) => response.writeHead(204).end(),
    failure: { kind: "protocol", reason: "unexpected", status: 204 },
    effectOfWrite: "unknown",
    words: /none that LiveKit gives \(status 204\)/,
  },
  {
    name: "closes in the middle of the answer",
    fault: (response) => {
      response.writeHead(200, { "content-type": "application/json", "content-length": "1000" });
      response.write(`{"items":[`, () => response.destroy());
    },
    failure: { kind: "protocol", reason: "cut-off", status: 200 },
    effectOfWrite: "unknown",
    words: /look for what closes the connection/,
  },
  {
    name: "closes without an answer",
    fault: (response) => response.destroy(),
    failure: { kind: "unreachable", reason: "reset" },
    effectOfWrite: "unknown",
    words: /closed without an answer/,
  },
  {
    name: "speaks no HTTP",
    fault: (response) => response.socket?.end("220 mail.example.com ESMTP\r\n"),
    failure: { kind: "unreachable", reason: "not-http" },
    effectOfWrite: "unknown",
    words: /does not speak HTTP/,
  },
  {
    name: "stays silent",
    fault: () => {},
    failure: { kind: "timeout", milliseconds: 300 },
    effectOfWrite: "unknown",
    words: /No answer within 0\.3 seconds/,
  },
  {
    name: "begins an answer and goes silent",
    fault: (response) => response.writeHead(200, { "content-type": "application/json" }).write("{"),
    failure: { kind: "timeout", milliseconds: 300 },
    effectOfWrite: "unknown",
    words: /Check the network/,
  },
  ...[301, 302, 307, 308].map((status): FaultCase => ({
    name: `redirects with ${status}`,
    fault: redirect(status, "https://elsewhere.example.com/login?next=canary-path"),
    failure: { kind: "protocol", reason: "redirect", status, detail: "https://elsewhere.example.com" },
    effectOfWrite: "none",
    words: /sends us elsewhere: to https:\/\/elsewhere\.example\.com/,
  })),
];
