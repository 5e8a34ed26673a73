/** How a call on a LiveKit project can end. None of these holds a secret, or a text that may hold one. */

export type Outcome<T> = { readonly ok: true; readonly value: T } | Failed;

export interface Failed {
  readonly ok: false;
  readonly failure: Failure;
}

export function failed(failure: Failure): Failed {
  return { ok: false, failure };
}

/** Whether a call that was to change something may have done so although its answer never came. */
export type Effect = "none" | "unknown";

/** What a call that failed has done for sure; refusals have changed nothing. */
export function effectOf(failure: Failure): Effect {
  return "effect" in failure ? failure.effect : "none";
}

/** Where in the document that was sent. Offsets in UTF-16 units; line and column from 1, columns in characters. */
export interface Place {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
}

export type Failure =
  | Unauthorized
  | Forbidden
  | NotFound
  | Conflict
  | Rejected
  | Unreachable
  | TimedOut
  | ProtocolFailure
  | Cancelled;

/** LiveKit does not accept the token. */
export interface Unauthorized {
  readonly kind: "unauthorized";
  readonly reason: "wrong-secret" | "unknown-key" | "clock" | "missing-credentials" | "unexplained";
  /** How far the server's clock is ahead of ours, in seconds, where its answer tells. */
  readonly clockAhead?: number;
}

/** LiveKit knows who asks, and does not permit it. */
export interface Forbidden {
  readonly kind: "forbidden";
  readonly status: number;
  /** The grant that the call needs, such as `sip.admin`. */
  readonly grant: string;
  readonly message?: string;
}

export interface NotFound {
  readonly kind: "notFound";
  readonly what: string;
  readonly id: string;
}

/** Another rule claims the same calls. */
export interface Conflict {
  readonly kind: "conflict";
  /** LiveKit's text. */
  readonly message: string;
  /** The rule that LiveKit names; absent where it names the new rule itself. */
  readonly rule?: { readonly id: string; readonly name: string };
}

/** LiveKit, or something in front of it, read the request and refuses it. */
export interface Rejected {
  readonly kind: "rejected";
  readonly reason:
    "not-sent" | "malformed" | "invalid" | "no-redis" | "store" | "too-large" | "too-many" | "server";
  readonly status?: number;
  /** Twirp's code. */
  readonly code?: string;
  readonly message: string;
  /** What our own decoder finds where LiveKit only says `malformed`, or why the document was not sent. */
  readonly explanation?: string;
  readonly place?: Place;
  readonly effect: Effect;
}

export interface Unreachable {
  readonly kind: "unreachable";
  readonly reason:
    "address" | "dns" | "refused" | "reset" | "tls" | "not-http" | "proxy" | "gateway" | "unexplained";
  /** Of the system or the HTTP answer: `ENOTFOUND`, `CERT_HAS_EXPIRED`, `502`. */
  readonly detail?: string;
  readonly effect: Effect;
}

export interface TimedOut {
  readonly kind: "timeout";
  readonly milliseconds: number;
  readonly effect: Effect;
}

/** Something answered, but not as LiveKit's API does. */
export interface ProtocolFailure {
  readonly kind: "protocol";
  readonly reason: "html" | "not-json" | "cut-off" | "unexpected" | "redirect" | "path" | "call";
  readonly status: number;
  /** Where a redirect points, the call that the server does not know, or the beginning of the answer. */
  readonly detail?: string;
  readonly effect: Effect;
}

/** The caller gave up. */
export interface Cancelled {
  readonly kind: "cancelled";
  readonly effect: Effect;
}
