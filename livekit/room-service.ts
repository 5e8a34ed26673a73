/** The rooms of a project and who is in them: what a routed call leads to. */
import { Kind, NONE, type JsonTree, type Node } from "../core/json/tree.ts";
import { itemsOf } from "./list-all.ts";
import type { Outcome } from "./outcome.ts";
import { textMember } from "./rules/deployed-rule.ts";
import type { CallOptions, Transport } from "./transport.ts";

export interface Room {
  readonly id: string;
  readonly name: string;
  readonly participants: number;
  /** Milliseconds since 1970; 0 where the server does not say. */
  readonly createdAt: number;
  readonly metadata: string;
}

export interface Participant {
  readonly id: string;
  readonly identity: string;
  readonly name: string;
  /** `SIP` for a caller, `AGENT`, `STANDARD` …; a number where LiveKit has no name. */
  readonly kind: string;
  /** `sip.phoneNumber`, `sip.trunkID`, `sip.ruleID` and the like for a caller. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly metadata: string;
}

export interface RoomService {
  list(options?: CallOptions): Promise<Outcome<readonly Room[]>>;
  participants(room: string, options?: CallOptions): Promise<Outcome<readonly Participant[]>>;
}

export function createRoomService(transport: Transport): RoomService {
  const service = "RoomService";
  return {
    list: async (options) => {
      const call = {
        service,
        method: "ListRooms",
        grant: { name: "roomList" },
        body: "{}",
        writes: false,
      } as const;
      const answer = await transport(call, options);
      if (!answer.ok) return answer;
      return { ok: true, value: itemsOf(answer.value, "rooms").map((item) => roomAt(answer.value, item)) };
    },
    participants: async (room, options) => {
      const grant = { name: "roomAdmin", room } as const;
      const body = JSON.stringify({ room });
      const call = { service, method: "ListParticipants", grant, body, writes: false } as const;
      const answer = await transport(call, options);
      if (!answer.ok) return answer;
      const items = itemsOf(answer.value, "participants");
      return { ok: true, value: items.map((item) => participantAt(answer.value, item)) };
    },
  };
}

function roomAt(tree: JsonTree, item: Node): Room {
  const seconds = numberMember(tree, item, "creation_time", "creationTime");
  return {
    id: textMember(tree, item, "sid"),
    name: textMember(tree, item, "name"),
    participants: numberMember(tree, item, "num_participants", "numParticipants"),
    createdAt: numberMember(tree, item, "creation_time_ms", "creationTimeMs") || seconds * 1000,
    metadata: textMember(tree, item, "metadata"),
  };
}

function participantAt(tree: JsonTree, item: Node): Participant {
  const attributes = tree.member(item, "attributes");
  const keys = attributes === NONE ? [] : [...tree.children(attributes + 1)];
  return {
    id: textMember(tree, item, "sid"),
    identity: textMember(tree, item, "identity"),
    name: textMember(tree, item, "name"),
    kind: textMember(tree, item, "kind") || String(numberMember(tree, item, "kind")),
    attributes: new Map(keys.map((key) => [tree.stringValue(key), tree.stringValue(key + 1)])),
    metadata: textMember(tree, item, "metadata"),
  };
}

/** 64-bit numbers stand in quotation marks. */
function numberMember(tree: JsonTree, object: Node, ...spellings: readonly string[]): number {
  for (const spelling of spellings) {
    const key = tree.member(object, spelling);
    const kind = key === NONE ? Kind.Missing : tree.kind(key + 1);
    if (kind === Kind.Number || kind === Kind.String)
      return Number(kind === Kind.String ? tree.stringValue(key + 1) : tree.raw(key + 1)) || 0;
  }
  return 0;
}
