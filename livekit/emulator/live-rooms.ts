/** Rooms as they are now: one that nobody is in closes by itself. */
import type { Context } from "./call.ts";
import { numberField, textField, type Fields } from "./message-value.ts";
import type { Store, Stored } from "./store.ts";

/** A participant stands under the names of its room and itself. */
export function participantId(room: string, identity: string): string {
  return JSON.stringify([room, identity]);
}

export function participantsIn(store: Store, room: string): Stored[] {
  const start = JSON.stringify([room]).slice(0, -1) + ",";
  return store.unsorted("participant").filter(({ id }) => id.startsWith(start));
}

/**
 * The rooms with their numbers of participants, in the order in which they were made. A room that has been empty
 * for its `empty_timeout` is gone; the time counts from its creation, since here nobody leaves by himself.
 */
export function liveRooms({ store, now }: Context): Fields[] {
  return store.unsorted("room").flatMap(({ id, fields }) => {
    const participants = participantsIn(store, id);
    const closesAt = Number(textField(fields, "creationTimeMs")) + numberField(fields, "emptyTimeout") * 1000;
    if (participants.length > 0 || now() < closesAt)
      return [{ ...fields, numParticipants: participants.length }];
    store.delete("room", id);
    return [];
  });
}

export function deleteRoom(store: Store, room: string): void {
  for (const { id } of participantsIn(store, room)) store.delete("participant", id);
  store.delete("room", room);
}
