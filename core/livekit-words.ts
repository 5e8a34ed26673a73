/** How LiveKit's words reach whoever sends the file, the same in the editor and on the command line. */
import type { LiveKitSays } from "./problem.ts";

/** What `lk` prints for a text that it could not read (livekit-cli, cmd/lk/proto.go). */
const LK_PREFIX = "could not read request: ";

/** `lk prints: could not read request: proto: ...`; `lk would then print` where another problem comes first. */
export function livekitWords(said: LiveKitSays): string {
  const { by, isFirst } = said;
  const speaker =
    by === "server"
      ? `LiveKit ${isFirst ? "answers" : "would then answer"}`
      : `lk ${isFirst ? "prints" : "would then print"}`;
  return `${speaker}: ${quotedText(said)}`;
}

/** The line alone, as it comes out of `lk` or of the API. */
export function quotedText({ by, text }: Pick<LiveKitSays, "by" | "text">): string {
  return by === "tool" && text.startsWith("proto:") ? LK_PREFIX + text : text;
}
