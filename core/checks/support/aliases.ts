/** Names that authors use for LiveKit's fields and that no spelling mistake explains. */
import type { Field, Message } from "../../protocol/schema.ts";
import { plainName } from "../../text/nearest.ts";

const RULE_LEVEL: Readonly<Record<string, string>> = {
  // The flags of `lk sip dispatch create`.
  trunks: "trunk_ids",
  trunk: "trunk_ids",
  siptrunkid: "trunk_ids",
  siptrunkids: "trunk_ids",
  callednumbers: "numbers",
  callernumbers: "inbound_numbers",
  callingnumbers: "inbound_numbers",
  rulename: "name",
  roomconfiguration: "room_config",
  hidenumber: "hide_phone_number",
};

const ALIASES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "livekit.SIPDispatchRuleInfo": RULE_LEVEL,
  "livekit.CreateSIPDispatchRuleRequest": RULE_LEVEL,
  "livekit.SIPDispatchRule": {
    // `lk` has `--caller`, its lists say "Individual (Caller)".
    dispatchrulecaller: "dispatch_rule_individual",
    caller: "dispatch_rule_individual",
    individual: "dispatch_rule_individual",
    direct: "dispatch_rule_direct",
    callee: "dispatch_rule_callee",
  },
  "livekit.SIPDispatchRuleDirect": { room: "room_name", roomprefix: "room_name" },
  "livekit.SIPDispatchRuleIndividual": {
    prefix: "room_prefix",
    roomname: "room_prefix",
    roomnameprefix: "room_prefix",
  },
  "livekit.SIPDispatchRuleCallee": {
    prefix: "room_prefix",
    roomname: "room_prefix",
    roomnameprefix: "room_prefix",
  },
  "livekit.RoomAgentDispatch": { name: "agent_name", agent: "agent_name" },
  "livekit.SIPCodec": { codec: "name", clockrate: "rate", samplerate: "rate" },
  "livekit.SIPMediaConfig": { timeout: "media_timeout" },
};

/** The field that an author means by a name that it does not have. */
export function aliasedField(message: Message, name: string): Field | undefined {
  const target = name.length > 40 ? undefined : ALIASES[message.name]?.[plainName(name)];
  return target === undefined ? undefined : message.spellings.get(target);
}
