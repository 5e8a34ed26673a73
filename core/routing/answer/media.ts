/** The media settings of a call out of trunk and rule (`SIPMediaConfig`, livekit/protocol, livekit/sip.go). */
import type { EnumValue, MediaConfig } from "../types.ts";

export const ENCRYPTION_OFF = "SIP_MEDIA_ENCRYPT_DISABLE";

/**
 * `UpgradeWith`: the older field `media_encryption` counts where `media` says nothing of encryption. Off is its
 * default and cannot be told from unset.
 */
export function upgradedMedia(
  media: MediaConfig | undefined,
  encryption: EnumValue | undefined,
): MediaConfig {
  const upgraded = media ?? {};
  if (upgraded.encryption !== undefined || encryption === undefined || encryption === ENCRYPTION_OFF)
    return upgraded;
  return { ...upgraded, encryption };
}

/**
 * `Merge`: what the rule says goes before what the trunk says, but for encryption, which a rule cannot switch off,
 * and codecs: without any in the rule, the trunk's count together with the trunk's `only_listed_codecs`.
 */
export function mergedMedia(trunk: MediaConfig, rule: MediaConfig): MediaConfig {
  const codecs = rule.codecs?.length ? rule : trunk;
  const encryption = mergedEncryption(trunk.encryption, rule.encryption);
  const mediaTimeout = rule.mediaTimeout ?? trunk.mediaTimeout;
  return {
    ...(codecs.onlyListedCodecs === true && { onlyListedCodecs: true }),
    ...(codecs.codecs?.length && { codecs: codecs.codecs }),
    ...(encryption !== undefined && { encryption }),
    ...(mediaTimeout !== undefined && { mediaTimeout }),
    ...(rule.dropAudioDuringDtmf === true && { dropAudioDuringDtmf: true }),
  };
}

function mergedEncryption(trunk: EnumValue | undefined, rule: EnumValue | undefined): EnumValue | undefined {
  if (trunk === undefined || rule === undefined) return rule ?? trunk;
  return rule === ENCRYPTION_OFF ? trunk : rule;
}
