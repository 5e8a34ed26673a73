/** Why LiveKit did not accept a request's token. Its text is read here and goes no further. */
import type { Failure, Unauthorized } from "./outcome.ts";
import type { AnswerContext } from "./answer.ts";
import type { TwirpAnswer } from "./twirp-failure.ts";

/** What the server tolerates, in seconds (livekit/protocol, auth/verifier.go, `tokenLeeway`). */
const LEEWAY = 60;

/**
 * @param text of the 401: `invalid API key…`, `invalid token: <the token>, error: …` (up to 1.13.5), `invalid
 *   authorization token: …` (since), or anything else that stands in between
 * @param date of the answer, which tells the server's clock
 */
export function refusedToken(
  text: string,
  twirp: TwirpAnswer | undefined,
  date: string | null,
  { call, now }: AnswerContext,
): Failure {
  // Only a token that is fine but for its grants gets as far as the call.
  if (twirp?.message === "permissions denied")
    return { kind: "forbidden", status: 401, grant: call.grant.name };
  const ahead = clockAhead(date, now);
  const clock = ahead === undefined ? {} : { clockAhead: ahead };
  return { kind: "unauthorized", reason: reasonOf(text, ahead ?? 0), ...clock };
}

function reasonOf(text: string, ahead: number): Unauthorized["reason"] {
  if (/token is expired|token is not valid yet|used before issued/.test(text)) return "clock";
  if (text.includes("signature is invalid")) return "wrong-secret";
  if (/^invalid API key/i.test(text)) return "unknown-key";
  return Math.abs(ahead) > LEEWAY ? "clock" : "unexplained";
}

function clockAhead(date: string | null, now: number): number | undefined {
  const server = date === null ? NaN : Date.parse(date);
  return Number.isNaN(server) ? undefined : Math.round((server - now) / 1000);
}
