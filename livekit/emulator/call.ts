/** A call of a Twirp service: what it reads, what it answers, what it does. */
import type { Message } from "../../core/protocol/schema.ts";
import type { RandomBytes } from "./identifiers.ts";
import type { Fields } from "./message-value.ts";
import { serviceMessage } from "./messages.ts";
import type { Store } from "./store.ts";
import type { Grants } from "./token.ts";
import { permissionsDenied, psrpcError } from "./twirp-error.ts";

/** What a call works with. */
export interface Context {
  readonly store: Store;
  /** Of the request's token; `undefined` where it came without one. */
  readonly grants: Grants | undefined;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly random: RandomBytes;
  /** Whether the server has its store; without it every call on SIP fails. */
  readonly hasRedis: boolean;
}

export interface Call {
  readonly request: Message;
  readonly answer: Message;
  /** Runs to its end without a pause, so that no other request sees half of it. Throws `TwirpError`. */
  handle(request: Fields, context: Context): Fields;
}

/** The calls of a service by name. */
export type Service = Readonly<Record<string, Call>>;

export function defineCall(request: string, answer: string, handle: Call["handle"]): Call {
  return { request: serviceMessage(request), answer: serviceMessage(answer), handle };
}

/** A call on SIP that needs `sip.admin`, and the store (pkg/service/sip.go, in this order). */
export function defineSipCall(request: string, answer: string, handle: Call["handle"]): Call {
  return defineCall(request, answer, (fields, context) => {
    if (!context.grants?.sipAdmin) throw permissionsDenied();
    if (!context.hasRedis) throw psrpcError("internal", "sip not connected (redis required)");
    return handle(fields, context);
  });
}
