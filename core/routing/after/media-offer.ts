/** Whether the caller's offer and the media settings of the answer meet (livekit/sip, pkg/sip/media_codecs.go). */
import { ENCRYPTION_OFF } from "../answer/media.ts";
import { quote } from "../quote.ts";
import type { MediaConfig } from "../types.ts";
import type { Offer } from "./surroundings.ts";

/** A call that ends here is never answered. */
export interface MediaRefusal {
  /** The whole status: the phrase is empty. */
  readonly status: "400" | "500";
  readonly reason: "media-config-error" | "no-common-codec" | "no-common-crypto" | "sdp-error";
  readonly text: string;
  /** The setting at fault; absent where it is the caller's. */
  readonly field?: "codecs" | "encryption";
}

/** What the SIP service can encode, with the rate that a codec without one gets. */
const KNOWN_RATES: Readonly<Record<string, number>> = { PCMU: 8000, PCMA: 8000, G722: 8000 };
const DEFAULT_CODECS = ["PCMU/8000", "PCMA/8000", "G722/8000"];
const ENCRYPTION_REQUIRED = "SIP_MEDIA_ENCRYPT_REQUIRE";

export function mediaRefusal(media: MediaConfig, offer: Offer): MediaRefusal | undefined {
  const enabled = enabledCodecs(media);
  if (typeof enabled === "string")
    return { status: "500", reason: "media-config-error", text: enabled, field: "codecs" };
  if (!offer.isReadable) return { status: "400", reason: "sdp-error", text: "no audio in sdp" };
  const common = offer.codecs.filter((codec) => enabled.has(codec.toUpperCase()));
  if (common.length === 0)
    return {
      status: "400",
      reason: "no-common-codec",
      text: "common audio codec not found",
      field: "codecs",
    };
  const { encryption = ENCRYPTION_OFF } = media;
  const clashes = offer.isEncrypted ? encryption === ENCRYPTION_OFF : encryption === ENCRYPTION_REQUIRED;
  if (!clashes) return undefined;
  const text = "no common encryption profiles";
  return { status: "400", reason: "no-common-crypto", text, field: "encryption" };
}

/** `codecSet`: the codecs that are usable, in upper case, or why the settings are broken. */
function enabledCodecs(media: MediaConfig): ReadonlySet<string> | string {
  const listed = media.codecs ?? [];
  if (media.onlyListedCodecs === true && listed.length === 0) return "no codecs specified";
  const enabled = new Set(media.onlyListedCodecs === true ? [] : DEFAULT_CODECS);
  for (const { name = "", rate = 0 } of listed) {
    if (name === "") return "no codec name specified";
    const known = KNOWN_RATES[name.toUpperCase()];
    if (rate === 0 && known === undefined) return `sample rate not specified for codec: ${quote(name)}`;
    const full = `${name.toUpperCase()}/${rate === 0 ? (known ?? 0) : rate}`;
    if (DEFAULT_CODECS.includes(full)) enabled.add(full);
  }
  return enabled;
}

/** Whether LiveKit hears the keys that the caller presses. */
export function hearsKeys(offer: Offer): boolean {
  return offer.codecs.some((codec) => /^telephone-event\//i.test(codec));
}
