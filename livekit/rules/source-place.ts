/** Places in the author's document for offsets in what was made of it. */
import type { Edit } from "../../core/problem.ts";
import { livekitPosition } from "../../core/protocol/livekit-text.ts";
import type { Place } from "../outcome.ts";

/**
 * @param edits that made the sent text out of the source, in order
 * @param offset in the sent text; inside of what an edit has put there, the place of that edit
 */
function sourceOffset(edits: readonly Edit[], offset: number): number {
  let source = 0;
  let sent = 0;
  for (const edit of edits) {
    const kept = edit.start - source;
    if (offset < sent + kept) break;
    sent += kept;
    source = edit.start;
    if (offset < sent + edit.newText.length) return source;
    sent += edit.newText.length;
    source = edit.end;
  }
  return source + offset - sent;
}

export function placeInSource(source: string, edits: readonly Edit[], start: number, end: number): Place {
  const from = Math.max(0, Math.min(source.length, sourceOffset(edits, start)));
  // The last character and one more: what follows the end may have been taken out.
  const to = end > start ? Math.min(source.length, sourceOffset(edits, end - 1) + 1) : from;
  return placeOf(source, from, Math.max(from, to));
}

export function placeOf(source: string, start: number, end: number): Place {
  return { start, end, ...livekitPosition(source, start) };
}
