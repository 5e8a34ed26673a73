/** Reads the live calls of some rules from a project: the rooms once, then those in which a call can be. Imports no editor. */
import type { DispatchRule } from "../../core/routing/types.ts";
import type { LiveKitClient } from "../../livekit/client.ts";
import type { Outcome } from "../../livekit/outcome.ts";
import type { Participant, Room } from "../../livekit/room-service.ts";
import { liveRoom, MOST_ROOMS, roomsOfRule, type LiveCalls, type LiveRoom } from "./live-call.ts";

/** How many rooms are asked about at the same time. */
const AT_ONCE = 6;

/** @param rules by their ids @returns for each of them */
export async function readCalls(
  { rooms: service }: Pick<LiveKitClient, "rooms">,
  rules: ReadonlyMap<string, DispatchRule>,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Outcome<LiveCalls>>> {
  const listed = await service.list({ signal });
  if (!listed.ok) return new Map([...rules.keys()].map((id) => [id, listed]));
  const wanted = new Map([...rules].map(([id, rule]) => [id, roomsOfRule(rule, listed.value)]));
  const asked = new Map<string, Room>();
  for (const rooms of wanted.values())
    for (const room of rooms.slice(0, MOST_ROOMS)) asked.set(room.name, room);
  const people = await askAll([...asked.values()], (room) => service.participants(room.name, { signal }));
  return new Map([...wanted].map(([id, rooms]) => [id, callsOf(id, rooms, people)]));
}

function callsOf(
  ruleId: string,
  rooms: readonly Room[],
  people: ReadonlyMap<string, Outcome<readonly Participant[]>>,
): Outcome<LiveCalls> {
  const found: LiveRoom[] = [];
  for (const room of rooms) {
    const answer = people.get(room.name);
    if (!answer) continue;
    if (!answer.ok) return answer;
    const live = liveRoom(room, answer.value, ruleId);
    if (live) found.push(live);
  }
  const unread = rooms.filter(({ name }) => !people.has(name)).length;
  return { ok: true, value: { rooms: found, unread } };
}

async function askAll<T>(
  rooms: readonly Room[],
  ask: (room: Room) => Promise<T>,
): Promise<ReadonlyMap<string, T>> {
  const answers = new Map<string, T>();
  const left = [...rooms];
  const work = async (): Promise<void> => {
    for (let room = left.shift(); room; room = left.shift()) answers.set(room.name, await ask(room));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return answers;
}
