/** What came back over HTTP, as an outcome. */
import { readJson } from "../core/json/reader.ts";
import { Kind, NONE, type JsonTree } from "../core/json/tree.ts";
import { failed, type Effect, type Failed, type Outcome, type ProtocolFailure } from "./outcome.ts";
import { quotable } from "./redact.ts";
import { refusedToken } from "./refused-token.ts";
import type { ApiCall } from "./transport.ts";
import { twirpFailure, type TwirpAnswer } from "./twirp-failure.ts";

export interface AnswerContext {
  readonly call: ApiCall;
  /** What a call that was not plainly refused may have done. */
  readonly effect: Effect;
  /** What must not be repeated. */
  readonly secrets: readonly string[];
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** @param text the body, read to its end */
export function readAnswer(response: Response, text: string, context: AnswerContext): Outcome<JsonTree> {
  const { status } = response;
  if (response.type === "opaqueredirect" || (status >= 300 && status < 400)) return redirected(response);
  if (status === 200) return readObject(text, context);
  if (status > 200 && status < 300) return protocolFailure("unexpected", status, context);
  const twirp = readTwirp(text);
  // The text of a 401 may hold the whole token: it is looked at here and never kept.
  if (status === 401) return failed(refusedToken(text, twirp, response.headers.get("date"), context));
  return failed(twirpFailure(status, twirp, isPage(text) ? "" : quotable(text, context.secrets), context));
}

function readObject(text: string, context: AnswerContext): Outcome<JsonTree> {
  const tree = readJson(text);
  const problem = tree.problems[0];
  if (!problem && tree.kind(0) === Kind.Object) return { ok: true, value: tree };
  if (isPage(text)) return protocolFailure("html", 200, context);
  const isCutOff = problem !== undefined && /^(?:empty|unexpected-end|unclosed-string)$/.test(problem.kind);
  return protocolFailure(isCutOff ? "cut-off" : "not-json", 200, context);
}

/** `{"code": ..., "msg": ...}`, which only LiveKit's own service writes. */
function readTwirp(text: string): TwirpAnswer | undefined {
  const tree = readJson(text);
  if (tree.problems.length > 0) return undefined;
  const [code, message] = ["code", "msg"].map((name) => {
    const key = tree.member(0, name);
    return key !== NONE && tree.kind(key + 1) === Kind.String ? tree.stringValue(key + 1) : undefined;
  });
  return code === undefined ? undefined : { code, message: message ?? "" };
}

function isPage(text: string): boolean {
  return /^\s*</.test(text);
}

function redirected(response: Response): Failed {
  const location = response.headers.get("location");
  return failed({
    kind: "protocol",
    reason: "redirect",
    status: response.status,
    // A path or a query could hold what the request had.
    ...(location !== null && { detail: hostOf(location) }),
    effect: "none",
  });
}

function hostOf(location: string): string {
  try {
    return new URL(location).origin;
  } catch {
    return "another path";
  }
}

function protocolFailure(
  reason: ProtocolFailure["reason"],
  status: number,
  { effect }: AnswerContext,
): Failed {
  return failed({ kind: "protocol", reason, status, effect });
}
