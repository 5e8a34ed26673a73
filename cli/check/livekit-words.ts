/** How LiveKit's words reach whoever uploads the file. */
import type { LiveKitSays } from "../../core/problem.ts";

/** What `lk` prints for a text that it could not read (livekit-cli, cmd/lk/proto.go). */
const LK_PREFIX = "could not read request: ";

/** `lk prints: could not read request: proto: ...`; `lk would print` where another problem comes first. */
export function livekitWords({ by, text, isFirst }: LiveKitSays): string {
  if (by === "server") return `LiveKit ${isFirst ? "answers" : "would then answer"}: ${text}`;
  return `lk ${isFirst ? "prints" : "would then print"}: ${text.startsWith("proto:") ? LK_PREFIX : ""}${text}`;
}
