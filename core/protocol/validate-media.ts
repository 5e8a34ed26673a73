/** `SIPMediaConfig.Validate` of livekit/protocol: codecs and the media timeout. */
import { Kind, NONE, type JsonTree, type Node } from "../json/tree.ts";
import { itemsOf, textOf, valueOf } from "./fields.ts";
import type { Refusal } from "./refusal.ts";
import { fieldNamed } from "./schema.ts";
import { readDuration } from "./time.ts";

const CODECS = fieldNamed("SIPMediaConfig.codecs");
const CODEC_NAME = fieldNamed("SIPCodec.name");
const MEDIA_TIMEOUT = fieldNamed("SIPMediaConfig.media_timeout");

export function validateMedia(tree: JsonTree, media: Node, found: Refusal[]): void {
  if (media === NONE) return;
  for (const codec of itemsOf(tree, media, CODECS)) {
    const name = textOf(tree, codec, CODEC_NAME);
    const value = valueOf(tree, codec, CODEC_NAME);
    const refuse = (text: string): void => {
      found.push({ kind: "invalid-codec", stage: "validate", text, node: value === NONE ? codec : value });
    };
    if (name === "") refuse("missing codec name");
    else if (/[ \t\n\r]/.test(name)) refuse("invalid codec name");
    else if (name.includes("/")) refuse("codec name must not contain '/'");
  }
  const timeout = valueOf(tree, media, MEDIA_TIMEOUT);
  if (timeout === NONE || tree.kind(timeout) !== Kind.String) return;
  const duration = readDuration(tree.stringValue(timeout));
  if (typeof duration === "string") return;
  const refuse = (text: string): void => {
    found.push({ kind: "media-timeout", stage: "validate", text, node: timeout });
  };
  if (duration.seconds < 0n || duration.nanos < 0) refuse("media_timeout must not be negative");
  else if (duration.seconds > 600n || (duration.seconds === 600n && duration.nanos > 0))
    refuse("media_timeout must not exceed 10m0s");
}
