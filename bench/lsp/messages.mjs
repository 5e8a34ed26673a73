// The framing of the language server protocol: a header with a length, then JSON.
import { performance } from "node:perf_hooks";

const HEADER_END = "\r\n\r\n";

/** A message as it goes over the wire. */
export function frame(message) {
  const body = JSON.stringify(message);
  return `Content-Length: ${Buffer.byteLength(body)}${HEADER_END}${body}`;
}

/**
 * A sink for chunks that hands out whole messages with the time at which each was complete.
 * @param {(message: any, at: number) => void} receive
 * @returns {(chunk: Buffer) => void}
 */
export function messageReader(receive) {
  let chunks = [];
  let available = 0;
  let needed = -1; // length of the body; -1 while the header is not there
  const joined = () => (chunks.length === 1 ? chunks[0] : Buffer.concat(chunks));
  const keep = (rest) => {
    chunks = [rest];
    available = rest.length;
  };
  return (chunk) => {
    chunks.push(chunk);
    available += chunk.length;
    for (;;) {
      if (needed < 0) {
        const data = joined();
        const end = data.indexOf(HEADER_END);
        if (end < 0) return keep(data);
        needed = Number(/content-length:\s*(\d+)/i.exec(data.toString("latin1", 0, end))?.[1] ?? 0);
        keep(data.subarray(end + HEADER_END.length));
      }
      if (available < needed) return;
      const data = joined();
      const at = performance.now();
      const body = data.toString("utf8", 0, needed);
      keep(data.subarray(needed));
      needed = -1;
      receive(JSON.parse(body), at);
    }
  };
}
