/** How LiveKit's words reach whoever uploads the file. */
import type { LiveKitSays } from "../../core/problem.ts";

/** What `lk` prints for a text that it could not read (livekit-cli, cmd/lk/proto.go). */
const LK_PREFIX = "could not read request: ";

/** `lk prints: could not read request: proto: ...`; with `then` where another problem comes first. */
export function livekitWords({ by, text, isFirst }: LiveKitSays): string {
  const then = isFirst ? "" : "then ";
  if (by === "server") return `${then}LiveKit answers: ${text}`;
  return `${then}lk prints: ${text.startsWith("proto:") ? LK_PREFIX : ""}${text}`;
}
