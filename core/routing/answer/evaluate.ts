/** What the chosen rule makes of a call (`EvaluateDispatchRule`, livekit/protocol, sip/sip.go). */
import { kindOf, UNSUPPORTED } from "../rule/rule-kind.ts";
import type {
  DispatchRule,
  EnumValue,
  Fault,
  InboundTrunk,
  IncomingCall,
  MediaConfig,
  Opaque,
  StringMap,
} from "../types.ts";
import { ENCRYPTION_OFF, mergedMedia, upgradedMedia } from "./media.ts";
import { callerOf, isCutApart } from "./participant.ts";
import { roomName } from "./room.ts";

/** `EvaluateSIPDispatchRulesResponse` as proto3 JSON, without defaults. */
export interface Answer {
  readonly result: "ACCEPT" | "REQUEST_PIN";
  readonly requestPin?: boolean;
  readonly roomName?: string;
  readonly participantIdentity?: string;
  readonly participantName?: string;
  readonly participantMetadata?: string;
  readonly participantAttributes?: StringMap;
  readonly sipTrunkId?: string;
  readonly sipDispatchRuleId?: string;
  readonly headers?: StringMap;
  readonly headersToAttributes?: StringMap;
  readonly attributesToHeaders?: StringMap;
  readonly includeHeaders?: EnumValue;
  readonly enabledFeatures?: readonly string[];
  readonly ringingTimeout?: string;
  readonly ringingTimeoutStatus?: EnumValue;
  readonly maxCallDuration?: string;
  readonly roomPreset?: string;
  readonly roomConfig?: Opaque;
  readonly mediaEncryption?: EnumValue;
  readonly media: MediaConfig;
}

export type Evaluation =
  | {
      readonly answer: Answer;
      /** The field of the answer that is no valid UTF-8, so that LiveKit cannot send it. */
      readonly cutApart?: "room_name" | "participant_name";
    }
  | { readonly fault: Fault };

const INCORRECT_PIN: Fault = { code: "permission_denied", text: "Incorrect PIN for SIP room" };

/** @param pin what the caller entered; empty when nothing was */
export function evaluateRule(
  rule: DispatchRule,
  trunk: InboundTrunk | undefined,
  call: IncomingCall,
  pin: string,
): Evaluation {
  const kind = kindOf(rule);
  if (!kind) return { fault: UNSUPPORTED };
  const media = mediaOf(rule, trunk);
  const ids = { sipTrunkId: trunk?.sipTrunkId, sipDispatchRuleId: rule.sipDispatchRuleId };
  const mediaEncryption = media.encryption === ENCRYPTION_OFF ? undefined : media.encryption;
  if (kind.pin !== "" && pin === "")
    return { answer: answer({ result: "REQUEST_PIN", requestPin: true, ...ids, mediaEncryption, media }) };
  if (kind.pin !== "" && pin !== kind.pin) return { fault: INCORRECT_PIN };
  const isHidden = rule.hidePhoneNumber === true;
  const caller = callerOf(call, isHidden);
  const accepted = answer({
    result: "ACCEPT",
    roomName: roomName(kind, caller.shown, call.to),
    participantIdentity: caller.identity,
    participantName: caller.name,
    participantMetadata: rule.metadata,
    participantAttributes: attributesOf(rule, trunk, call),
    ...ids,
    ...trunkParts(trunk),
    enabledFeatures:
      trunk?.krispEnabled === true || rule.krispEnabled === true ? ["KRISP_ENABLED"] : undefined,
    roomPreset: rule.roomPreset,
    roomConfig: rule.roomConfig,
    mediaEncryption,
    media,
  });
  if (!isHidden || !isCutApart(call.from)) return { answer: accepted };
  return { answer: accepted, cutApart: kind.kind === "individual" ? "room_name" : "participant_name" };
}

type Draft = { [Name in keyof Answer]: Answer[Name] | undefined } & Pick<Answer, "result" | "media">;

/** Leaves out what holds its default. */
function answer(draft: Draft): Answer {
  const entries = Object.entries(draft).filter(([, value]) => value !== undefined && value !== "");
  return { ...Object.fromEntries(entries), result: draft.result, media: draft.media };
}

function mediaOf(rule: DispatchRule, trunk: InboundTrunk | undefined): MediaConfig {
  const ofRule = upgradedMedia(rule.media, rule.mediaEncryption);
  return trunk ? mergedMedia(upgradedMedia(trunk.media, trunk.mediaEncryption), ofRule) : ofRule;
}

/** The rule's, then those of the call, then LiveKit's own, which win. With a hidden number, none tells of it. */
function attributesOf(rule: DispatchRule, trunk: InboundTrunk | undefined, call: IncomingCall): StringMap {
  const numbers = {
    "sip.phoneNumber": call.from,
    "sip.hostname": call.fromHost,
    "sip.trunkPhoneNumber": call.to,
  };
  return {
    ...rule.attributes,
    ...call.attributes,
    "sip.callID": call.callId,
    "sip.trunkID": trunk?.sipTrunkId ?? "",
    ...(rule.hidePhoneNumber === true ? {} : numbers),
    "sip.ruleID": rule.sipDispatchRuleId ?? "",
  };
}

function trunkParts(trunk: InboundTrunk | undefined): Partial<Draft> {
  return {
    headers: trunk?.headers,
    headersToAttributes: trunk?.headersToAttributes,
    attributesToHeaders: trunk?.attributesToHeaders,
    includeHeaders: trunk?.includeHeaders,
    ringingTimeout: trunk?.ringingTimeout,
    ringingTimeoutStatus: trunk?.ringingTimeoutStatus,
    maxCallDuration: trunk?.maxCallDuration,
  };
}
