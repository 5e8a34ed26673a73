import { defineCheck } from "../check.ts";
import { allMessages } from "../protocol/schema.ts";

/** The fields of a create request are deprecated as a whole: that is the bare form, which has checks of its own. */
const DEPRECATED = [...allMessages()]
  .filter((message) => message.name !== "livekit.CreateSIPDispatchRuleRequest")
  .flatMap((message) => message.fields)
  .filter((field) => field.isDeprecated);

const INSTEAD: Readonly<Record<string, string>> = {
  "livekit.SIPDispatchRuleInfo.media_encryption":
    "media.encryption takes its place; only `lk sip dispatch create` still needs it, because it drops media.",
  "livekit.SIPInboundTrunkInfo.media_encryption": "media.encryption takes its place.",
  "livekit.SIPDispatchRuleUpdate.media_encryption": "media.encryption takes its place.",
  "livekit.RoomCompositeEgressRequest.file": "file_outputs takes its place.",
  "livekit.RoomCompositeEgressRequest.stream": "stream_outputs takes its place.",
  "livekit.RoomCompositeEgressRequest.segments": "segment_outputs takes its place.",
};

export default defineCheck({
  code: "deprecated-field",
  severity: "hint",
  title: "Deprecated field",
  why: `LiveKit's protocol marks the field as deprecated: it still works, and something else has taken its place. One
is still of use: \`lk sip dispatch create\` drops \`media\` from a file, and \`media_encryption\` is then the only way
to set encryption.`,

  fields: DEPRECATED.map((field) => `${field.message.name.replace("livekit.", "")}.${field.name}`),

  checkField({ field, key }, report) {
    const instead =
      INSTEAD[`${field.message.name}.${field.name}`] ?? "See its documentation for what took its place.";
    report(key, { message: `${field.name} is deprecated: ${instead}`, tags: ["deprecated"] });
  },

  examples: [
    {
      bad: `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", ⟦"media_encryption"⟧: "SIP_MEDIA_ENCRYPT_ALLOW", "rule": {"dispatchRuleDirect": {"roomName": "lobby"}}}`,
    },
    {
      good: `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "media": {"encryption": "SIP_MEDIA_ENCRYPT_ALLOW"}, "rule": {"dispatchRuleDirect": {"roomName": "lobby"}}}`,
    },
  ],
});
