/** Cross-origin requests as livekit-server answers them (pkg/service/server.go; rs/cors 1.11, cors.go). */
import { respond, type EmulatorRequest, type EmulatorResponse } from "./exchange.ts";

const METHODS: readonly string[] = ["OPTIONS", "HEAD", "GET", "POST", "PATCH", "DELETE"];
const PREFLIGHT_VARY = "Origin, Access-Control-Request-Method, Access-Control-Request-Headers";
const A_DAY = "86400";

/** `OPTIONS` is a preflight only when it says for which method; otherwise it is answered like any request. */
export function isPreflight({ method, headers }: EmulatorRequest): boolean {
  return method === "OPTIONS" && (headers["access-control-request-method"] ?? "") !== "";
}

export function answerPreflight({ headers }: EmulatorRequest): EmulatorResponse {
  const origin = headers["origin"] ?? "";
  const method = headers["access-control-request-method"] ?? "";
  const asked = headers["access-control-request-headers"] ?? "";
  const isAllowed = origin !== "" && METHODS.includes(method);
  return {
    ...respond(204, undefined, ""),
    headers: {
      vary: PREFLIGHT_VARY,
      ...(isAllowed && {
        "access-control-allow-origin": origin,
        "access-control-allow-methods": method,
        ...(asked !== "" && { "access-control-allow-headers": asked }),
        "access-control-max-age": A_DAY,
      }),
    },
  };
}

/** The headers that every other answer carries, errors included. */
export function withCors(request: EmulatorRequest, response: EmulatorResponse): EmulatorResponse {
  const origin = request.headers["origin"] ?? "";
  const isAllowed = origin !== "" && METHODS.includes(request.method);
  return {
    ...response,
    headers: {
      ...response.headers,
      vary: "Origin",
      ...(isAllowed && { "access-control-allow-origin": origin, "access-control-expose-headers": "*" }),
    },
  };
}
