/** One request and its answer, free of any host: what both Node's server and a direct call speak. */

export interface EmulatorRequest {
  readonly method: string;
  /** Path and query as sent: `/twirp/livekit.SIP/ListSIPDispatchRule?x=1`. */
  readonly path: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

export interface EmulatorResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

const encoder = new TextEncoder();

export function respond(
  status: number,
  contentType: string | undefined,
  body: string | Uint8Array,
): EmulatorResponse {
  const headers = contentType === undefined ? {} : { "content-type": contentType };
  return { status, headers, body: typeof body === "string" ? encoder.encode(body) : body };
}

/** `http.Error` and what a handler of Go's writes without naming a type. */
export function respondText(status: number, text: string): EmulatorResponse {
  return respond(status, "text/plain; charset=utf-8", text);
}
