/** Trunks, rules, requests and calls out of plain values, in either of LiveKit's spellings (`trunkIds`, `trunk_ids`). */
import { messageNamed } from "../../protocol/schema.ts";
import type { CreateRequest, UpdateRequest } from "../store/requests.ts";
import type { DispatchRule, InboundTrunk, IncomingCall, StringMap } from "../types.ts";
import { plainMessage, type Ignored } from "./plain-message.ts";
import { isObject } from "./plain-value.ts";

export type { Ignored };

/** What was read, and what in it could not be taken into account. */
export interface Reading<T> {
  readonly value: T;
  readonly ignored: readonly Ignored[];
}

const TRUNK = messageNamed("SIPInboundTrunkInfo");
const RULE = messageNamed("SIPDispatchRuleInfo");
const CREATE = messageNamed("CreateSIPDispatchRuleRequest");
const UPDATE = messageNamed("UpdateSIPDispatchRuleRequest");

/** @param value a `SIPInboundTrunkInfo` as JSON has it; anything else gives a trunk without fields */
export function readTrunk(value: unknown): Reading<InboundTrunk> {
  const ignored: Ignored[] = [];
  const { authPassword, ...trunk } = plainMessage(value, TRUNK, "", ignored);
  return { value: authPassword === undefined ? trunk : { ...trunk, hasPassword: true }, ignored };
}

/** @param value a `SIPDispatchRuleInfo` as JSON has it; anything else gives a rule without fields */
export function readRule(value: unknown): Reading<DispatchRule> {
  const ignored: Ignored[] = [];
  return { value: plainMessage(value, RULE, "", ignored), ignored };
}

/** @param value a `CreateSIPDispatchRuleRequest`, wrapped or in the older flat form */
export function readCreateRequest(value: unknown): Reading<CreateRequest> {
  const ignored: Ignored[] = [];
  return { value: plainMessage(value, CREATE, "", ignored), ignored };
}

/** @param value an `UpdateSIPDispatchRuleRequest` */
export function readUpdateRequest(value: unknown): Reading<UpdateRequest> {
  const ignored: Ignored[] = [];
  return { value: plainMessage(value, UPDATE, "", ignored), ignored };
}

/** The id that a call without one gets. */
export const CALL_ID = "SCL_call";

/** A call of which only some things are known; the rest is empty. */
export function incomingCall(known: Partial<IncomingCall>): IncomingCall {
  return {
    callId: known.callId === undefined || known.callId === "" ? CALL_ID : known.callId,
    from: known.from ?? "",
    fromHost: known.fromHost ?? "",
    to: known.to ?? "",
    toHost: known.toHost ?? "",
    sourceAddress: known.sourceAddress ?? "",
    attributes: known.attributes ?? {},
    trunkId: known.trunkId ?? "",
    pin: known.pin ?? "",
    noPin: known.noPin ?? false,
  };
}

const CALL_FIELDS: Readonly<Record<string, keyof IncomingCall>> = {
  callId: "callId",
  call_id: "callId",
  from: "from",
  fromHost: "fromHost",
  from_host: "fromHost",
  to: "to",
  toHost: "toHost",
  to_host: "toHost",
  sourceAddress: "sourceAddress",
  source_address: "sourceAddress",
  attributes: "attributes",
  trunkId: "trunkId",
  trunk_id: "trunkId",
  pin: "pin",
  noPin: "noPin",
  no_pin: "noPin",
};

/** @param value an object with the fields of `IncomingCall`, in either spelling, all of them optional */
export function readCall(value: unknown): Reading<IncomingCall> {
  const ignored: Ignored[] = [];
  const known: [string, unknown][] = [];
  if (!isObject(value))
    return { value: incomingCall({}), ignored: [{ path: "", reason: "an object is expected" }] };
  for (const [key, item] of Object.entries(value)) {
    const field = Object.hasOwn(CALL_FIELDS, key) ? CALL_FIELDS[key] : undefined;
    if (item === null || item === undefined) continue;
    if (field === undefined) ignored.push({ path: key, reason: "no such field" });
    else if (field === "attributes") known.push([field, strings(item, ignored)]);
    else if (typeof item === (field === "noPin" ? "boolean" : "string")) known.push([field, item]);
    else ignored.push({ path: key, reason: "a value of another type is expected" });
  }
  return { value: incomingCall(Object.fromEntries(known)), ignored };
}

function strings(value: unknown, ignored: Ignored[]): StringMap {
  if (!isObject(value)) {
    ignored.push({ path: "attributes", reason: "an object is expected" });
    return {};
  }
  const entries: [string, string][] = [];
  for (const [key, item] of Object.entries(value))
    if (typeof item === "string") entries.push([key, item]);
    else ignored.push({ path: `attributes.${key}`, reason: "a string is expected" });
  return Object.fromEntries(entries);
}
