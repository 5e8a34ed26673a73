/** Refusals of LiveKit's service, and of what stands between it and us, as failures. */
import type { AnswerContext } from "./answer.ts";
import type { Conflict, Failure, Rejected } from "./outcome.ts";
import { quotable } from "./redact.ts";
import { unquote } from "./unquote.ts";

/** An error in the form of Twirp. */
export interface TwirpAnswer {
  readonly code: string;
  readonly message: string;
}

/** @param text the body where it is no page, without secrets */
export function twirpFailure(
  status: number,
  twirp: TwirpAnswer | undefined,
  text: string,
  context: AnswerContext,
): Failure {
  const { call, effect, secrets } = context;
  const message = twirp ? quotable(twirp.message, secrets) : text;
  const code = twirp ? { code: quotable(twirp.code, secrets) } : {};
  const rejected = (reason: Rejected["reason"], done: Rejected["effect"] = "none"): Rejected => {
    return { kind: "rejected", reason, status, ...code, message, effect: done };
  };
  switch (twirp?.code) {
    case "malformed":
      return rejected("malformed");
    case "not_found":
      return { kind: "notFound", ...(call.subject ?? { what: "what was asked for", id: "" }) };
    case "already_exists":
    case "aborted":
      return { kind: "conflict", message };
    case "permission_denied":
      return { kind: "forbidden", status, grant: call.grant.name, message };
    case "bad_route":
    case "unimplemented":
      return { kind: "protocol", reason: "call", status, detail: call.method, effect: "none" };
    case "invalid_argument":
      return ruleConflict(twirp.message, secrets) ?? rejected("invalid");
    case "internal":
    case "unknown":
      if (message.includes("redis required")) return rejected("no-redis");
      return rejected(
        /dial tcp|redis|connection refused|i\/o timeout/i.test(message) ? "store" : "server",
        effect,
      );
    default:
      return byStatus(status, message, rejected, context);
  }
}

function byStatus(
  status: number,
  message: string,
  rejected: (reason: Rejected["reason"], done?: Rejected["effect"]) => Rejected,
  { call, effect }: AnswerContext,
): Failure {
  switch (status) {
    case 403:
      return { kind: "forbidden", status, grant: call.grant.name, ...(message !== "" && { message }) };
    case 404:
    case 405:
    case 410:
      return { kind: "protocol", reason: "path", status, effect: "none" };
    case 407:
      return { kind: "unreachable", reason: "proxy", detail: "407", effect: "none" };
    case 409:
      return { kind: "conflict", message };
    case 413:
      return rejected("too-large");
    case 429:
      return rejected("too-many");
    case 408:
    case 502:
    case 503:
    case 504:
      return { kind: "unreachable", reason: "gateway", detail: String(status), effect };
    default:
      return status >= 500 ? rejected("server", effect) : rejected("invalid");
  }
}

const CONFLICT =
  /^Dispatch rule for the same trunk, inbound number, number, and PIN combination already exists in dispatch rule ("(?:[^"\\]|\\.)*") ("(?:[^"\\]|\\.)*")$/;

/** LiveKit answers a conflict as any other invalid argument (livekit/protocol, sip/sip.go, `Validate`). */
function ruleConflict(text: string, secrets: readonly string[]): Conflict | undefined {
  const [, id, name] = CONFLICT.exec(text) ?? [];
  if (id === undefined || name === undefined) return undefined;
  const message = quotable(text, secrets);
  const rule = { id: quotable(unquote(id), secrets), name: quotable(unquote(name), secrets) };
  if (rule.id === "<new>") return { kind: "conflict", message };
  return {
    kind: "conflict",
    message,
    rule: { ...rule, name: rule.name === "<blank name>" ? "" : rule.name },
  };
}
