/** Whether somebody answers an accepted call, and how long it rings otherwise (livekit/sip, `waitSubscribe`). */
import { agentNames } from "../answer/agent-names.ts";
import type { Answer } from "../answer/evaluate.ts";
import { readDuration } from "../../protocol/time.ts";
import type { Surroundings } from "./surroundings.ts";

/** Seconds until LiveKit gives up: 486. */
const RINGING_TIMEOUT = 180;
const LONGEST_CALL = 24 * 60 * 60;

export type Ringing =
  | { readonly kind: "answered" }
  /** `after` seconds LiveKit refuses; before that the caller may have given up. */
  | {
      readonly kind: "unanswered";
      readonly after: number;
      readonly isGivenUp: boolean;
      readonly field?: string;
      readonly text: string;
    };

export function ringing(answer: Answer, around: Surroundings): Ringing {
  const absence = whyNobody(answer, around);
  if (!absence) return { kind: "answered" };
  const timeout = seconds(answer.ringingTimeout) || RINGING_TIMEOUT;
  const after = Math.min(
    timeout,
    seconds(answer.maxCallDuration) || LONGEST_CALL,
    around.roomDeletedAt ?? Infinity,
  );
  return { kind: "unanswered", after, isGivenUp: around.patience < after, ...absence };
}

/** Somebody has to publish audio in the room: a person, another caller, an agent. */
function whyNobody(answer: Answer, around: Surroundings): { field?: string; text: string } | undefined {
  const config = answer.roomConfig ?? {};
  if (config["maxParticipants"] === 1 && !around.roomExists)
    return {
      field: "room_config.max_participants",
      text: "The caller fills the room; nobody else can come in.",
    };
  if (around.isSomebodyThere) return undefined;
  const listed = agentNames(config);
  // A rule that lists no agent leaves the call to the worker without a name.
  const wanted = listed.length > 0 ? listed : [""];
  const isReady = wanted.some((name) => around.workers.includes(name));
  if (isReady && !around.roomExists) return undefined;
  if (isReady)
    return {
      field: "room_config.agents",
      text: "The room existed before the call, so LiveKit dispatches no agent.",
    };
  const names = wanted.filter((name) => name !== "");
  return names.length > 0
    ? { field: "room_config.agents", text: "No worker is registered under a name that the rule lists." }
    : { text: "Nobody publishes audio in the room, and no worker without a name is registered." };
}

/** 0 for none. */
function seconds(duration: string | undefined): number {
  const read = readDuration(duration ?? "0s");
  return typeof read === "string" ? 0 : Math.max(0, Number(read.seconds) + read.nanos / 1e9);
}
