/** `subject -- calls`: what callers lived through, as whole calls were recorded against real servers. */
import { liveCall } from "../../core/routing/after/live-call.ts";
import type { LivedCall } from "../../core/routing/after/lived-call.ts";
import {
  USUAL_OFFER,
  USUAL_SURROUNDINGS,
  type KeyPress,
  type Offer,
  type Surroundings,
} from "../../core/routing/after/surroundings.ts";
import { incomingCall, readRule, readTrunk } from "../../core/routing/input/read.ts";
import type { InboundTrunk } from "../../core/routing/types.ts";

interface RecordedCall {
  from?: string;
  to?: string;
  fromHost?: string;
  toHost?: string;
  sourceAddress?: string;
  pin?: string;
  noPin?: boolean;
  keys?: string;
  keysAfterSeconds?: number;
  authenticatesAs?: [string, string];
  headers?: Record<string, string>;
  /** As in `0 PCMU/8000`. */
  codecs?: string[];
  sdp?: string;
  during?: { second: number; event: string[] }[];
}

interface CallQuestion {
  id?: unknown;
  about?: string;
  server?: string;
  trunks?: Record<string, unknown>[];
  rules?: unknown[];
  somebodyJoinsAndPublishes?: boolean;
  agentWorker?: string;
  call?: RecordedCall;
  calls?: RecordedCall[];
  condition?: string;
}

/** The recordings mask the id; a call rings for some seconds, then the caller gives up. */
const MASKED_ID = "SCL_xxxxxxxxxxxx";
const PATIENCE = 8;
/** A recording that names only the condition was made with a rule that takes every call. */
const ANY_RULE = { rule: { dispatchRuleDirect: { roomName: "room" } } };
/** Keys are pressed one after the other, from one second after the answer on. */
const FIRST_KEY = 1;
const BETWEEN_KEYS = 0.15;

export function callsAnswer(question: CallQuestion): object {
  const calls = (question.calls ?? [question.call ?? {}]).map((call) => lived(question, call));
  const together = calls.length > 1 ? calls.map((call) => met(call, calls)) : calls;
  const answers = together.map(answer);
  return question.calls ? { id: question.id, outcomes: answers } : { id: question.id, ...answers[0] };
}

function answer({ kind, finalSipStatus, room, identity, name, metadata, attributes }: LivedCall): object {
  return { kind, finalSipStatus, room, identity, name, metadata, attributes };
}

/** Two callers who ring in one room answer each other. */
function met(call: LivedCall, all: readonly LivedCall[]): LivedCall {
  const isAlone = all.filter(({ room }) => room !== undefined && room === call.room).length < 2;
  if (call.kind !== "ringing" || isAlone || call.room?.endsWith("<random>") === true) return call;
  const attributes = { ...call.attributes, "sip.callStatus": "active" };
  return { ...call, kind: "in-room", finalSipStatus: "200 OK", attributes };
}

function lived(question: CallQuestion, call: RecordedCall): LivedCall {
  const trunks = (question.trunks ?? []).map((trunk) => readTrunk(trunk).value);
  const rules = (question.rules ?? (question.condition === undefined ? [] : [ANY_RULE])).map(
    (rule) => readRule(unfolded(rule)).value,
  );
  const {
    from = "",
    to = "",
    fromHost = "",
    toHost = "",
    sourceAddress = "",
    pin = "",
    noPin = false,
  } = call;
  const known = incomingCall({ callId: MASKED_ID, from, to, fromHost, toHost, sourceAddress, pin, noPin });
  return liveCall({ trunks, rules, call: known }, surroundings(question, call, trunks));
}

/** Long texts are recorded as `<600000 times m>`. */
function unfolded(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_key, item: unknown) => {
    const folded = typeof item === "string" ? /^<(\d{1,7}) times (.+)>$/.exec(item) : null;
    return folded ? (folded[2] ?? "").repeat(Number(folded[1])) : item;
  }) as unknown;
}

function surroundings(question: CallQuestion, call: RecordedCall, trunks: InboundTrunk[]): Surroundings {
  const deleted = call.during?.find(({ event }) => event[0] === "delete-room");
  const credentials = call.authenticatesAs;
  // Only the text tells of a caller who waits to the end.
  const waits = question.about?.includes("how long it rings") === true;
  return {
    ...USUAL_SURROUNDINGS,
    ...(question.server !== undefined && { server: question.server }),
    serverIsUp: question.condition !== "server-down",
    secretFits: question.condition !== "wrong-api-secret",
    ...(credentials && {
      login: (trunk) => {
        const recorded = question.trunks?.[trunks.indexOf(trunk)];
        return recorded?.["auth_username"] === credentials[0] && recorded["auth_password"] === credentials[1];
      },
    }),
    offer: offerOf(call),
    ...(call.keys !== undefined && { keys: keysOf(call.keys, call.keysAfterSeconds) }),
    headers: Object.entries(call.headers ?? {}),
    isSomebodyThere: question.somebodyJoinsAndPublishes === true,
    workers: question.agentWorker === undefined ? [] : [question.agentWorker],
    patience: waits ? Infinity : PATIENCE,
    ...(deleted && { roomDeletedAt: deleted.second }),
  };
}

function offerOf({ codecs, sdp }: RecordedCall): Offer {
  const offered = codecs?.map((codec) => codec.replace(/^\d+ /, ""));
  const isReadable = sdp === undefined || /^m=audio /m.test(sdp);
  const isEncrypted = /^m=audio \d+ RTP\/SAVPF? /m.test(sdp ?? "");
  return { ...USUAL_OFFER, ...(offered && { codecs: offered }), isReadable, isEncrypted };
}

function keysOf(keys: string, start = FIRST_KEY): KeyPress[] {
  return keys.split("").map((key, index) => ({ key, at: start + (index + 1) * BETWEEN_KEYS }));
}
