/**
 * LiveKit's SIP and room services without a network: a request in, an answer out, as livekit-server 1.13.5 gives it
 * (pkg/service/server.go for the order of its steps).
 */
import type { Service } from "./call.ts";
import { anyTrunkCalls } from "./calls/any-trunks.ts";
import { dispatchRuleCalls } from "./calls/dispatch-rules.ts";
import { inboundTrunkCalls } from "./calls/inbound-trunks.ts";
import { outboundTrunkCalls } from "./calls/outbound-trunks.ts";
import { participantCalls } from "./calls/participants.ts";
import { roomCalls } from "./calls/rooms.ts";
import { answerPreflight, isPreflight, withCors } from "./cors.ts";
import { respond, respondText, type EmulatorRequest, type EmulatorResponse } from "./exchange.ts";
import { randomBytes, type RandomBytes } from "./identifiers.ts";
import { readPath, type Route } from "./path.ts";
import { Store } from "./store.ts";
import { tokenCheck, type KeyPair, type TokenCheck, type Verification } from "./token.ts";
import { answerCall } from "./twirp.ts";
import { respondError, TwirpError } from "./twirp-error.ts";

/** By the part of the path that names the service. */
const SERVICES: ReadonlyMap<string, Service> = new Map([
  ["livekit.SIP", { ...dispatchRuleCalls, ...inboundTrunkCalls, ...outboundTrunkCalls, ...anyTrunkCalls }],
  ["livekit.RoomService", { ...roomCalls, ...participantCalls }],
]);

export interface EmulatorOptions extends KeyPair {
  readonly store?: Store;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  readonly random?: RandomBytes;
  /** `false`: a server without its store, which refuses every call on SIP. */
  readonly hasRedis?: boolean;
}

export interface Emulator {
  readonly store: Store;
  readonly key: KeyPair;
  /** Never rejects, but for a bug. */
  handle(request: EmulatorRequest): Promise<EmulatorResponse>;
}

export function createEmulator(options: EmulatorOptions): Emulator {
  const { apiKey, apiSecret, store = new Store(), now = Date.now, random = randomBytes } = options;
  const { hasRedis = true } = options;
  const check = tokenCheck({ apiKey, apiSecret });

  const answer = async (request: EmulatorRequest, route: Route): Promise<EmulatorResponse> => {
    const verification = await verified(request, route.query, check, now() / 1000);
    if (verification && "refusal" in verification) return respondText(401, verification.refusal);
    if (route.redirect !== undefined) return redirect(request.method, route.redirect);
    if (route.path === "/") return respondText(200, "OK");
    const service = serviceAt(route.path);
    if (!service) return notFound();
    const context = { store, now, random, hasRedis, grants: verification?.grants };
    return answerSaved(store, () => answerCall(service, request, route.path, context));
  };

  return {
    store,
    key: { apiKey, apiSecret },
    handle: async (request) => {
      const route = readPath(request.path);
      if (!route) return respondText(400, "400 Bad Request");
      if (isPreflight(request)) return answerPreflight(request);
      const answered = withCors(request, await answer(request, route));
      return request.method === "HEAD" ? { ...answered, body: new Uint8Array() } : answered;
    },
  };
}

/** `APIKeyAuthMiddleware` (pkg/service/auth.go): without a token it is the call that refuses. */
async function verified(
  { headers }: EmulatorRequest,
  query: URLSearchParams,
  check: TokenCheck,
  now: number,
): Promise<Verification | undefined> {
  const header = (headers["authorization"] ?? "").trim();
  if (header !== "" && !header.startsWith("Bearer "))
    return { refusal: "invalid authorization header. Must start with Bearer " };
  const token = header === "" ? (query.get("access_token") ?? "") : header.slice("Bearer ".length);
  return token === "" ? undefined : check(token, now);
}

function serviceAt(path: string): Service | undefined {
  const [, root, name = ""] = path.split("/");
  return root === "twirp" ? SERVICES.get(name) : undefined;
}

/** Answers only when what the call changed is safe. */
async function answerSaved(store: Store, answer: () => EmulatorResponse): Promise<EmulatorResponse> {
  const answered = refusalsAsAnswers(answer);
  try {
    await store.settled();
  } catch (error) {
    // An error of its store is for LiveKit one without a code.
    return respondError(new TwirpError("unknown", error instanceof Error ? error.message : "store failed"));
  }
  return answered;
}

function refusalsAsAnswers(answer: () => EmulatorResponse): EmulatorResponse {
  try {
    return answer();
  } catch (error) {
    if (error instanceof TwirpError) return respondError(error);
    throw error;
  }
}

function redirect(method: string, location: string): EmulatorResponse {
  const isShown = method === "GET" || method === "HEAD";
  const page = isShown ? `<a href="${location}">Temporary Redirect</a>.\n\n` : "";
  const { headers, ...rest } = respond(307, isShown ? "text/html; charset=utf-8" : undefined, page);
  return { ...rest, headers: { ...headers, location } };
}

function notFound(): EmulatorResponse {
  const { headers, ...rest } = respondText(404, "404 page not found\n");
  return { ...rest, headers: { ...headers, "x-content-type-options": "nosniff" } };
}
