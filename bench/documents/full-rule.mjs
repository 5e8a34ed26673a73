// One rule that uses nearly every field a person writes: 2 KB, wrapped as `lk sip dispatch create` takes it.

const metadata = (value) => JSON.stringify(value);

/** A fresh copy, to be changed by whoever wants a variant. */
export function fullRule() {
  return {
    dispatch_rule: {
      name: "Support line — EMEA business hours",
      rule: {
        dispatchRuleIndividual: { roomPrefix: "support-emea-", pin: "482913", noRandomness: false },
      },
      trunk_ids: ["ST_8m3KxQv7Rt2Z", "ST_4nPw9LcYb6Ha", "ST_2vGj5TsXe8Kd"],
      hide_phone_number: true,
      inbound_numbers: ["+14155550100", "+14155550101", "+442079460018", "+4930901820"],
      numbers: ["+18005550123", "+18005550124"],
      metadata: metadata({
        is_internal: false,
        tenant: "acme-emea",
        crm: { system: "zendesk", queue: "tier-1", sla_minutes: 15 },
        tags: ["voice", "pstn", "emea"],
      }),
      attributes: {
        "acme.tenant": "acme-emea",
        "acme.queue": "tier-1",
        "acme.language": "en-GB",
        "acme.recording": "consented",
        "acme.priority": "3",
        "acme.callback_url": "https://hooks.example.com/livekit/sip/inbound?team=emea",
      },
      room_preset: "sip-default",
      room_config: {
        name: "",
        empty_timeout: 300,
        departure_timeout: 20,
        max_participants: 12,
        metadata: metadata({ purpose: "inbound-support", retention_days: 30 }),
        agents: [
          {
            agent_name: "inbound-triage",
            metadata: metadata({
              prompt: "triage-v7",
              voice: "nova",
              tools: ["lookup_account", "transfer_call"],
            }),
          },
          {
            agent_name: "live-transcriber",
            metadata: metadata({ model: "stt-large", languages: ["en", "de", "fr"] }),
          },
        ],
        tags: { team: "emea-support", cost_center: "cc-4471" },
      },
      media: {
        only_listed_codecs: false,
        codecs: [
          { name: "PCMU", rate: 8000 },
          { name: "G722", rate: 8000 },
        ],
        encryption: "SIP_MEDIA_ENCRYPT_ALLOW",
      },
      krisp_enabled: true,
    },
  };
}
