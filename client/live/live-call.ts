/** Calls that are under way, told from the rooms of a project and who is in them. Imports no editor. */
import type { DispatchRule } from "../../core/routing/types.ts";
import { kindOf } from "../../core/routing/rule/rule-kind.ts";
import type { Participant, Room } from "../../livekit/room-service.ts";

export interface LiveCaller {
  readonly identity: string;
  /** As LiveKit names the participant: `Phone +15105550142`. */
  readonly name: string;
  /** Empty where the rule hides it. */
  readonly from: string;
  readonly to: string;
  /** LiveKit's word: `active`, `ringing` …; empty where it says nothing. */
  readonly status: string;
  readonly callId: string;
}

export interface LiveRoom {
  readonly name: string;
  /** Milliseconds since 1970; 0 where the server does not say. */
  readonly createdAt: number;
  /** Those who came through the rule. */
  readonly callers: readonly LiveCaller[];
  /** Everybody else who is in the room: agents, people. */
  readonly others: readonly string[];
}

export interface LiveCalls {
  readonly rooms: readonly LiveRoom[];
  /** Rooms that may have such a call and were not looked into, because there are so many. */
  readonly unread: number;
}

/** How many rooms are looked into at most: each is a request of its own. */
export const MOST_ROOMS = 60;

/**
 * The rooms in which a call of the rule can be, by their names, the newest first. A rule without a prefix names its
 * rooms after numbers; a room's name alone never proves anything, only who is in it does.
 */
export function roomsOfRule(rule: DispatchRule, rooms: readonly Room[]): Room[] {
  const kind = kindOf(rule);
  if (!kind) return [];
  const { kind: name, room } = kind;
  const couldBe = ({ name: candidate }: Room): boolean => {
    if (name === "direct") return candidate === room;
    return room === "" || candidate.startsWith(`${room}_`);
  };
  return rooms
    .filter((each) => each.participants > 0 && couldBe(each))
    .sort((a, b) => b.createdAt - a.createdAt);
}

/** @returns `undefined` where nobody in the room came through the rule */
export function liveRoom(
  { name, createdAt }: Room,
  participants: readonly Participant[],
  ruleId: string,
): LiveRoom | undefined {
  const isCaller = ({ attributes }: Participant): boolean => attributes.get("sip.ruleID") === ruleId;
  const callers = participants.filter(isCaller).map(callerOf);
  if (callers.length === 0) return undefined;
  const others = participants
    .filter((each) => !isCaller(each))
    .map(({ name: own, identity }) => (own === "" ? identity : own));
  return { name, createdAt, callers, others };
}

function callerOf({ identity, name, attributes }: Participant): LiveCaller {
  const text = (key: string): string => attributes.get(key) ?? "";
  return {
    identity,
    name,
    from: text("sip.phoneNumber"),
    to: text("sip.trunkPhoneNumber"),
    status: text("sip.callStatus"),
    callId: text("sip.callID"),
  };
}
