/** The path of a request as livekit-server's middleware and Go's `ServeMux` take it. */

export interface Route {
  /** Decoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Where a client is sent whose path is not written in its shortest form. */
  readonly redirect: string | undefined;
}

/** @returns `undefined` where the path has a broken escape, which Go answers with 400 before anything else */
export function readPath(target: string): Route | undefined {
  const mark = target.indexOf("?");
  const query = mark < 0 ? "" : target.slice(mark + 1);
  const decoded = decode(mark < 0 ? target : target.slice(0, mark));
  if (decoded === undefined) return undefined;
  // `RemoveDoubleSlashes`: one of two at the start, and nowhere else.
  const path = decoded.startsWith("//") ? decoded.slice(1) : decoded;
  const clean = cleanPath(path);
  const shortest = /^\/twirp\/livekit\.(?:SIP|RoomService)$/.test(clean) ? `${clean}/` : clean;
  const redirect = shortest === path ? undefined : encodeURI(shortest) + (query === "" ? "" : `?${query}`);
  return { path, query: new URLSearchParams(query), redirect };
}

/** Bytes that are no UTF-8 become U+FFFD. */
function decode(path: string): string | undefined {
  if (/%(?![0-9a-fA-F]{2})/.test(path)) return undefined;
  return path.replace(/(?:%[0-9a-fA-F]{2})+/g, (escapes) => {
    const bytes = escapes.split("%").slice(1);
    return new TextDecoder().decode(Uint8Array.from(bytes, (byte) => parseInt(byte, 16)));
  });
}

/** `path.Clean`, with the slash at the end kept. */
function cleanPath(path: string): string {
  const parts: string[] = [];
  for (const part of path.split("/"))
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  return `/${parts.join("/")}${path.endsWith("/") && parts.length > 0 ? "/" : ""}`;
}
