/** The emulator called directly, without a port, in the shape of `fetch`: for a browser, and for tests. */
import type { FetchLike } from "../transport.ts";
import type { Emulator } from "./emulator.ts";

/** @param origin what a browser would send as the Origin header; without one the answers carry no CORS headers */
export function emulatorFetch(emulator: Emulator, origin?: string): FetchLike {
  return async (url, init) => {
    const request = new Request(url, init);
    request.signal.throwIfAborted();
    const { pathname, search } = new URL(url);
    const headers = Object.fromEntries(request.headers);
    const body = new Uint8Array(await request.arrayBuffer());
    const answer = await emulator.handle({
      method: request.method,
      path: pathname + search,
      headers: origin === undefined ? headers : { ...headers, origin },
      body,
    });
    request.signal.throwIfAborted();
    const hasBody = answer.body.length > 0 && answer.status !== 204;
    return new Response(hasBody ? Uint8Array.from(answer.body) : null, {
      status: answer.status,
      headers: answer.headers,
    });
  };
}
