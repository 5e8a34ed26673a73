/** What the demo project has: a small company with three trunks, five rules and one call under way. */
import type { DispatchRule } from "../../core/routing/types.ts";
import { participantId } from "./live-rooms.ts";
import type { Fields } from "./message-value.ts";
import type { Store } from "./store.ts";

/** Ids that always are the same, so that a rule file can name them. */
export const DEMO_TRUNKS = {
  mainLine: "ST_DemoMainLine",
  support: "ST_DemoSupport2",
  partner: "ST_DemoPartner2",
} as const;

/** Numbers that belong to nobody (North American Numbering Plan, 555-0100 to 555-0199). */
const trunks: readonly Fields[] = [
  {
    sipTrunkId: DEMO_TRUNKS.mainLine,
    name: "Main line",
    numbers: ["+15105550100", "+15105550101"],
    allowedAddresses: ["203.0.113.0/24"],
  },
  {
    sipTrunkId: DEMO_TRUNKS.support,
    name: "Support line",
    numbers: ["+15105550120"],
    krispEnabled: true,
    headersToAttributes: { "X-Ticket": "ticket" },
  },
  {
    sipTrunkId: DEMO_TRUNKS.partner,
    name: "Partner telephone system, any number",
    authUsername: "partner",
    authPassword: "demo-password",
  },
];

const rules: readonly DispatchRule[] = [
  {
    sipDispatchRuleId: "SDR_DemoBookings",
    name: "Bookings",
    rule: { dispatchRuleIndividual: { roomPrefix: "booking" } },
    trunkIds: [DEMO_TRUNKS.mainLine],
    numbers: ["+15105550100"],
    roomConfig: {
      agents: [{ agentName: "booking-agent", metadata: '{"language": "en"}' }],
    },
    media: {},
  },
  {
    sipDispatchRuleId: "SDR_DemoVipGuest",
    name: "VIP guests",
    rule: { dispatchRuleIndividual: { roomPrefix: "vip" } },
    trunkIds: [DEMO_TRUNKS.mainLine],
    inboundNumbers: ["+15105550188"],
    attributes: { tier: "gold" },
    media: {},
  },
  {
    sipDispatchRuleId: "SDR_DemoMeetings",
    name: "Team meeting, with a PIN",
    rule: { dispatchRuleDirect: { roomName: "team-meeting", pin: "12345" } },
    trunkIds: [DEMO_TRUNKS.mainLine],
    numbers: ["+15105550101"],
    hidePhoneNumber: true,
    media: {},
  },
  {
    sipDispatchRuleId: "SDR_DemoSupport2",
    name: "Support, one room for each called number",
    rule: { dispatchRuleCallee: { roomPrefix: "support-", randomize: true } },
    trunkIds: [DEMO_TRUNKS.support],
    metadata: '{"queue": "support"}',
    roomConfig: { agents: [{ agentName: "support-agent" }] },
    krispEnabled: true,
    media: {},
  },
  {
    sipDispatchRuleId: "SDR_DemoAnyPhone",
    name: "Everything else",
    rule: { dispatchRuleIndividual: { roomPrefix: "call" } },
    media: {},
  },
];

const ROOM = "booking_+15105550142_hGdXzJ6Wb2nK";

/** Fills an empty store; one that has anything in it is left alone. @param now milliseconds since 1970 */
export function seedDemo(store: Store, now: number): void {
  if (!store.contents().next().done) return;
  for (const trunk of trunks) store.put("inboundTrunk", String(trunk["sipTrunkId"]), trunk);
  for (const rule of rules) store.put("rule", rule.sipDispatchRuleId ?? "", { ...rule });
  seedCall(store, now);
}

/** A caller and the agent who answered. */
function seedCall(store: Store, now: number): void {
  const startedMs = Math.floor(now);
  const started = String(Math.floor(startedMs / 1000));
  store.put("room", ROOM, {
    sid: "RM_DemoBookings",
    name: ROOM,
    emptyTimeout: 300,
    departureTimeout: 20,
    creationTime: started,
    creationTimeMs: String(startedMs),
    enabledCodecs: [{ mime: "audio/PCMU" }, { mime: "audio/opus" }],
  });
  const join = (participant: Fields & { readonly identity: string }): void => {
    const fields = { state: "ACTIVE", joinedAt: started, joinedAtMs: String(startedMs), ...participant };
    store.put("participant", participantId(ROOM, participant.identity), fields);
  };
  join({
    sid: "PA_DemoCaller22",
    identity: "sip_+15105550142",
    name: "Phone +15105550142",
    kind: "SIP",
    attributes: {
      "sip.callID": "SCL_DemoCaller22",
      "sip.callStatus": "active",
      "sip.phoneNumber": "+15105550142",
      "sip.ruleID": "SDR_DemoBookings",
      "sip.trunkID": DEMO_TRUNKS.mainLine,
      "sip.trunkPhoneNumber": "+15105550100",
    },
  });
  join({ sid: "PA_DemoAgent222", identity: "agent-booking", kind: "AGENT" });
}
