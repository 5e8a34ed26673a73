/** Errors of the service as Twirp writes them (twitchtv/twirp, errors.go; livekit/protocol, utils/xtwirp). */
import { quote } from "../../core/routing/quote.ts";
import { respond, type EmulatorResponse } from "./exchange.ts";

const STATUS = {
  malformed: 400,
  invalid_argument: 400,
  unauthenticated: 401,
  permission_denied: 403,
  not_found: 404,
  bad_route: 404,
  failed_precondition: 412,
  internal: 500,
  unknown: 500,
  unimplemented: 501,
} as const;

export type TwirpCode = keyof typeof STATUS;

/** Thrown by a call and turned into an answer in one place. */
export class TwirpError extends Error {
  constructor(
    readonly code: TwirpCode,
    message: string,
    readonly meta?: Readonly<Record<string, string>>,
  ) {
    super(message);
  }
}

/** What LiveKit made with psrpc: 1.13.5 answers it with this prefix (`WithDetailsFrom` calls `dst.Error()`). */
export function psrpcError(code: TwirpCode, message: string): TwirpError {
  return new TwirpError(code, `twirp error unknown: ${message}`);
}

export function badRoute(message: string, method: string, path: string): TwirpError {
  return new TwirpError("bad_route", message, { twirp_invalid_route: `${method} ${path}` });
}

export function noHandler(method: string, path: string): TwirpError {
  return badRoute(`no handler for path ${quote(path)}`, method, path);
}

export function malformed(message: string): TwirpError {
  return new TwirpError("malformed", message);
}

export function permissionsDenied(): TwirpError {
  return new TwirpError("unauthenticated", "permissions denied");
}

export function respondError({ code, message, meta }: TwirpError): EmulatorResponse {
  const body = JSON.stringify({ code, msg: message, ...(meta ? { meta } : {}) });
  return respond(STATUS[code], "application/json", escapeHtml(body));
}

/** encoding/json writes these characters so that a page may hold the text. */
function escapeHtml(json: string): string {
  return json.replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
