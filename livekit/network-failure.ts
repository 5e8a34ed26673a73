/** What `fetch` throws when there is no answer, by its cause. Texts of errors are not kept, only their codes. */
import type { Effect, Failure, Unreachable } from "./outcome.ts";

/** Codes of Node (libuv, OpenSSL, undici, llhttp). The reason, and whether the request cannot have been sent. */
type Meaning = readonly [pattern: RegExp, reason: Unreachable["reason"], isUnsent: boolean];
const UNEXPLAINED: Meaning = [/^/, "unexplained", false];
const CODES: readonly Meaning[] = [
  [/^(?:ENOTFOUND|EAI_\w+)$/, "dns", true],
  [/^(?:ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|EHOSTDOWN|ENETDOWN)$/, "refused", true],
  [/^UND_ERR_CONNECT_TIMEOUT$/, "refused", true],
  [/^ETIMEDOUT$/, "refused", false],
  [/^(?:CERT_\w+|ERR_TLS_\w+|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT\w*|UNABLE_TO_\w+)$/, "tls", true],
  [/^(?:ERR_SSL_WRONG_VERSION_NUMBER|ERR_SSL_PACKET_LENGTH_TOO_LONG|EPROTO)$/, "tls", true],
  [/^(?:ERR_SSL_\w+|HOSTNAME_MISMATCH)$/, "tls", true],
  [/^HPE_\w+$/, "not-http", false],
  [/^UND_ERR_PRX_\w+$|^ERR_PROXY\w*$|^ERR_TUNNEL\w*$/, "proxy", true],
  [/^(?:ECONNRESET|EPIPE|ECONNABORTED|UND_ERR_SOCKET|UND_ERR_\w+)$/, "reset", false],
];

/** What undici says, without a code, of a port that the Fetch standard blocks. */
const BLOCKED_PORT = "bad port";

/** @param effect what the call may have done if it was sent */
export function networkFailure(error: unknown, effect: Effect): Failure {
  const chain = [...causes(error)];
  const code = chain
    .map(({ code: own }) => own)
    .find((own) => typeof own === "string" && /^[A-Z][A-Z0-9_]+$/.test(own));
  if (typeof code === "string") {
    const [, reason, isUnsent] = CODES.find(([pattern]) => pattern.test(code)) ?? UNEXPLAINED;
    return { kind: "unreachable", reason, detail: code, effect: isUnsent ? "none" : effect };
  }
  if (chain.some(({ message }) => message === BLOCKED_PORT))
    return { kind: "unreachable", reason: "address", detail: "blocked-port", effect: "none" };
  // A browser says nothing, and any other text could hold anything.
  return { kind: "unreachable", reason: "unexplained", effect };
}

interface Cause {
  readonly code?: unknown;
  readonly message?: unknown;
  readonly cause?: unknown;
  readonly errors?: unknown;
}

/** `TypeError: fetch failed` has the error as its cause, which may be several errors, one for each address. */
function* causes(error: unknown, depth = 0): Generator<Cause> {
  if (typeof error !== "object" || error === null || depth > 5) return;
  const cause: Cause = error;
  yield cause;
  yield* causes(cause.cause, depth + 1);
  if (Array.isArray(cause.errors)) for (const inner of cause.errors) yield* causes(inner, depth + 1);
}
