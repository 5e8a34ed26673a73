/** Which fields have values worth a sentence, and who says it. */
import { fieldNamed, type Field } from "../../protocol/schema.ts";
import { explainAgentName, explainAgents, explainRoomConfig } from "./explain/agents.ts";
import { explainDefault } from "./explain/any-field.ts";
import { explainAttributes } from "./explain/attributes.ts";
import { explainMetadata } from "./explain/metadata.ts";
import { explainCalledNumbers, explainCallingNumbers } from "./explain/numbers.ts";
import { explainPin } from "./explain/pin.ts";
import { explainHidden, explainRoom, explainRule } from "./explain/room.ts";
import { explainLimit, explainMediaTimeout, explainMilliseconds, explainSeconds } from "./explain/times.ts";
import { explainTrunkOfUpdate, explainTrunks } from "./explain/trunks.ts";
import type { Subject } from "./subject.ts";
import type { Words } from "./words.ts";

type Explain = (subject: Subject) => Words[];

/** By the fields of a rule; those of the legacy flat form and of updates with the same names are explained alike. */
const OF_RULE: Readonly<Record<string, Explain>> = {
  rule: explainRoom,
  trunk_ids: explainTrunks,
  hide_phone_number: explainHidden,
  inbound_numbers: explainCallingNumbers,
  numbers: explainCalledNumbers,
  metadata: explainMetadata,
  attributes: explainAttributes,
  room_config: explainRoomConfig,
};

const BY_PATH: Readonly<Record<string, Explain>> = {
  "CreateSIPDispatchRuleRequest.dispatch_rule": explainRule,
  "UpdateSIPDispatchRuleRequest.replace": explainRule,
  "SIPDispatchRule.dispatch_rule_direct": explainRoom,
  "SIPDispatchRule.dispatch_rule_individual": explainRoom,
  "SIPDispatchRule.dispatch_rule_callee": explainRoom,
  "SIPDispatchRuleDirect.room_name": explainRoom,
  "SIPDispatchRuleDirect.pin": explainPin,
  "SIPDispatchRuleIndividual.room_prefix": explainRoom,
  "SIPDispatchRuleIndividual.pin": explainPin,
  "SIPDispatchRuleIndividual.no_randomness": explainRoom,
  "SIPDispatchRuleCallee.room_prefix": explainRoom,
  "SIPDispatchRuleCallee.pin": explainPin,
  "SIPDispatchRuleCallee.randomize": explainRoom,
  "RoomConfiguration.agents": explainAgents,
  "RoomConfiguration.empty_timeout": explainSeconds,
  "RoomConfiguration.departure_timeout": explainSeconds,
  "RoomConfiguration.min_playout_delay": explainMilliseconds,
  "RoomConfiguration.max_playout_delay": explainMilliseconds,
  "RoomConfiguration.max_participants": explainLimit,
  "RoomConfiguration.metadata": explainMetadata,
  "RoomAgentDispatch.agent_name": explainAgentName,
  "RoomAgentDispatch.metadata": explainMetadata,
  "SIPMediaConfig.media_timeout": explainMediaTimeout,
  "ListUpdate.set": explainTrunkOfUpdate,
  "ListUpdate.add": explainTrunkOfUpdate,
  "ListUpdate.remove": explainTrunkOfUpdate,
};

const RULES: ReadonlySet<string> = new Set([
  "livekit.SIPDispatchRuleInfo",
  "livekit.CreateSIPDispatchRuleRequest",
  "livekit.SIPDispatchRuleUpdate",
]);
const byField = new Map<Field, Explain>(
  Object.entries(BY_PATH).map(([path, explain]) => [fieldNamed(path), explain]),
);

/** What LiveKit will do with the value at hand; nothing where that goes without saying. */
export function explanationsOf(subject: Subject): Words[] {
  const { field } = subject;
  if (!field) return [];
  const explain = byField.get(field) ?? (RULES.has(field.message.name) ? OF_RULE[field.name] : undefined);
  const words = explain?.(subject).filter((sentence) => sentence.length > 0) ?? [];
  return words.length > 0 ? words : explainDefault(subject);
}
